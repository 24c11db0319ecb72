/** What a manager of the Xiamen bank is told equals what the source files say, worked out here without the program. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { findActorByEmail } from '../../src/identity/find-actor.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { importFolder, reportOf } from '../intake/support.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { hundredths, readRecords, realDataFolder } from '../support/real-data.ts';

const MAPPING = fileURLToPath(new URL('../../examples/xiamen/mapping.yaml', import.meta.url));
const data = realDataFolder();
const now = () => Temporal.Instant.from('2026-04-01T01:00:00Z');
const D = Temporal.PlainDate.from('2019-09-30');
const ASSETS = ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X8'];
const KEY_FLOOR = 30_000_000n;

type Source = { manager: string; aum: bigint; idleDays: number | null };

const readSources = (folder: string): Map<string, Source> => {
  const owners = new Map(
    readRecords(folder, 'made_up/ownership.csv').map((row) => [row.cust_no, row.manager_id ?? '']),
  );
  const last = new Map(
    readRecords(folder, 'behavior_Q3.csv.gz').map((row) => [row.cust_no, row.B6?.slice(0, 10)]),
  );
  return new Map(
    readRecords(folder, 'aum_Q3.csv.gz').map((row) => {
      const id = row.cust_no ?? '';
      const on = last.get(id);
      const idleDays = on ? Temporal.PlainDate.from(on).until(D).total('days') : null;
      const aum = ASSETS.reduce((sum, line) => sum + hundredths(row[line] ?? '0'), 0n);
      return [id, { manager: owners.get(id) ?? '', aum, idleDays }];
    }),
  );
};

const isDormantHighValue = ({ aum, idleDays }: Source): boolean =>
  aum >= KEY_FLOOR && idleDays !== null && idleDays >= 181 && idleDays <= 365;

describe.skipIf(!data)('a manager of the Xiamen bank', () => {
  const folder = join(data ?? '', 'xiamen_bank');
  let db: TestDatabase;
  let sources: Map<string, Source>;
  beforeAll(async () => {
    db = await openTestDatabase();
    sources = readSources(folder);
    await reportOf(importFolder(db, folder, { mapping: MAPPING }));
    expect(await runNight({ database: db.database, now })).toMatchObject({ ok: true });
  }, 600_000);
  afterAll(() => db.close());

  const ask = async (text: string, email: string) => {
    const actor = await findActorByEmail(db.database, email);
    if (!actor) throw new Error(`${email} is nobody`);
    const answer = await answerQuestion(
      { database: db.database, now },
      { actor, text, locale: 'en' },
    );
    if (!answer.ok) throw new Error(answer.problem.en);
    return { answer: answer.value, managerId: actor.managerId };
  };
  const expected = (managerId: string, holds: (source: Source) => boolean) =>
    [...sources].filter(([, source]) => source.manager === managerId && holds(source));

  test.each([
    ['Who are my dormant high-value clients?', 'rm001@bank.example'],
    ['沉睡的高价值客户有哪些', 'rm001@bank.example'],
    ['沉睡的高价值客户有哪些', 'rm012@bank.example'],
    ['Who are my dormant high-value clients?', 'rm057@bank.example'],
    ['Who are my dormant high-value clients?', 'rm096@bank.example'],
  ])('%s, asked by %s', async (text, email) => {
    const { answer, managerId } = await ask(text, email);
    const ids = expected(managerId, isDormantHighValue).map(([id]) => id);
    expect(answer.status).toBe('answered');
    expect(answer.rows.map(({ clientId }) => clientId).sort()).toEqual(ids.sort());
    expect(answer.total).toBe(ids.length);
  });

  test('top ten by AUM are the ten richest of the book, richest first', async () => {
    const { answer, managerId } = await ask('top ten by AUM', 'rm012@bank.example');
    const byAum = expected(managerId, () => true).sort(([, a], [, b]) => Number(b.aum - a.aum));
    expect(answer.rows.map(({ clientId }) => clientId)).toEqual(
      byAum.slice(0, 10).map(([id]) => id),
    );
  });

  test('clients in each tier add up to the book', async () => {
    const { answer, managerId } = await ask('how many clients in each tier', 'rm012@bank.example');
    const key = expected(managerId, ({ aum }) => aum >= KEY_FLOOR && aum < 100_000_000n).length;
    expect(answer.groups.find((group) => group.key === 'key')?.count).toBe(key);
    const all = answer.groups.reduce((sum, { count }) => sum + count, 0);
    expect(all).toBe(expected(managerId, () => true).length);
  });
});
