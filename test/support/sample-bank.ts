import { loadSample } from '../../src/cli/load-sample.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { runWholeNight } from '../../src/jobs/run-whole-night.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

export type SampleBank = TestDatabase & {
  on: Temporal.PlainDate;
  now: () => Temporal.Instant;
  /** A manager with a book, and one who sees the whole bank. */
  manager: Actor;
  compliance: Actor;
};

export type SampleSpec = {
  seed: number;
  on: string;
  managers: number;
  clientsPerManager: number;
  monthsOfNights: number;
};

const must = <T>(result: { ok: true; value: T } | { ok: false; problem: { en: string } }): T => {
  if (!result.ok) throw new Error(result.problem.en);
  return result.value;
};

const actorOf = async ({ owner }: TestDatabase, role: string): Promise<Actor> => {
  const [row] = await owner<Actor[]>`
    select m.manager_id as "managerId", m.name, m.email, m.role, m.branch_id as "branchId",
           'en' as locale, m.timezone
      from managers m
      left join coverage v on v.manager_id = m.manager_id and v.superseded_at is null
     where m.role = ${role} group by m.manager_id order by count(v.client_id) desc, m.manager_id limit 1`;
  if (!row) throw new Error(`The sample bank has no ${role}.`);
  return row;
};

/** A database of one's own with a sample bank and its nights; `close` drops it. */
export const openSampleBank = async (spec: SampleSpec): Promise<SampleBank> => {
  const bank = await openTestDatabase();
  const { database } = bank;
  const on = Temporal.PlainDate.from(spec.on);
  const now = () => Temporal.Instant.from(`${spec.on}T23:00:00Z`);
  must(await loadSample({ database, now, progress: () => {} }, { ...spec, businessDate: on }));
  const night = { database, now, digestAt: '08:30', timeZone: 'Asia/Shanghai' };
  const from = on.subtract({ months: spec.monthsOfNights });
  must(await runWholeNight(night, { businessDate: on, from }));
  const manager = await actorOf(bank, 'relationship_manager');
  const compliance = await actorOf(bank, 'compliance');
  return { ...bank, on, now, manager, compliance };
};
