/** A small bank with one of each situation that a change can meet. */
import type { CoverageContext } from '../../src/coverage/context.ts';
import {
  assessments,
  branches,
  clientState,
  clients,
  coverage,
  managers,
  nightlyRuns,
} from '../../src/db/schema/index.ts';
import type { Role } from '../../src/domain/actor.ts';
import type { ClientKind, Tier } from '../../src/domain/client.ts';
import { findActorById } from '../../src/identity/find-actor.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

export const D = Temporal.PlainDate.from('2026-11-20');
/** A Friday, so that three working days end on the Wednesday after. */
export const NOW = Temporal.Instant.from('2026-11-20T02:00:00Z');

const MANAGERS: [id: string, name: string, role: Role, branch: string, locale: string | null][] = [
  ['M1', '陈静', 'relationship_manager', 'B1', 'zh-CN'],
  ['M2', 'Daniel Brown', 'relationship_manager', 'B1', 'en'],
  ['M3', '刘洋', 'relationship_manager', 'B2', null],
  ['H1', 'Helen Head', 'branch_head', 'B1', 'en'],
  ['H2', '黄主任', 'branch_head', 'B2', 'zh-CN'],
  ['P1', 'Paula President', 'president', 'HQ', null],
  ['C1', 'Carl Compliance', 'compliance', 'HQ', null],
];

type ClientSeed = {
  id: string;
  name: string;
  tier: Tier;
  manager: string;
  branch?: string;
  kind?: ClientKind;
  watch?: boolean;
  riskAml?: string;
};

const CLIENTS: ClientSeed[] = [
  { id: 'C-mass', name: '王芳', tier: 'mass', manager: 'M1' },
  { id: 'C-quality', name: 'Anna Smith', tier: 'quality', manager: 'M1' },
  { id: 'C-key', name: '李强', tier: 'key', manager: 'M1' },
  { id: 'C-watch', name: '赵敏', tier: 'quality', manager: 'M1', watch: true },
  { id: 'C-aml', name: '孙磊', tier: 'quality', manager: 'M1', riskAml: 'high' },
  { id: 'C-corp', name: '东方贸易有限公司', tier: 'class_2', manager: 'M1', kind: 'corporate' },
  { id: 'C-other', name: '王芳菲', tier: 'quality', manager: 'M2' },
  { id: 'C-b2', name: 'Bob Elsewhere', tier: 'quality', manager: 'M3', branch: 'B2' },
];

const ZERO = { aumMinor: 0n, avg3SumMinor: 0n, avg3Days: 0, depositsMinor: 0n };
const STATE = {
  ...ZERO,
  businessDate: D,
  policyVersion: 'test',
  depositsSumMinor: 0n,
  investmentsMinor: 0n,
  loansMinor: 0n,
  productLines: [],
  activity: 'active' as const,
  lifecycle: 'active' as const,
  churnScore: 0,
  churnBand: 'low' as const,
  churnCoveragePct: 100,
  valueAtRiskMinor: 0n,
  monthsBelow: 0,
  reasons: [],
};

const insertClient = async (orm: TestDatabase['database']['service']['orm'], seed: ClientSeed) => {
  const { id: clientId, tier, manager: managerId } = seed;
  const kind = seed.kind ?? 'individual';
  await orm.insert(clients).values({
    clientId,
    kind,
    name: seed.name,
    fileManagerId: managerId,
    branchId: seed.branch ?? 'B1',
    watch: seed.watch ?? false,
    riskAml: seed.riskAml ?? null,
  });
  await orm.insert(coverage).values({
    clientId,
    managerId,
    validFrom: Temporal.PlainDate.from('2025-01-01'),
    source: 'file',
    recordedAt: NOW,
  });
  const tiers = { computedTier: tier, inForceTier: tier };
  await orm.insert(clientState).values({ ...STATE, ...tiers, clientId });
  await orm.insert(assessments).values({
    ...tiers,
    clientId,
    validFrom: D.subtract({ days: 10 }),
    revision: 0,
    recordedAt: NOW,
    policyVersion: 'test',
    inputHash: 'x',
    decidedTier: tier,
    decidedOn: D.subtract({ days: 10 }),
    monthsBelow: 0,
    recentComputed: [],
    activity: 'active',
    lifecycle: 'active',
    churnScore: 0,
    churnBand: 'low',
    churnCoveragePct: 100,
    reasons: [],
  });
};

export type Bank = TestDatabase & {
  /** A context in which this manager acts; `daysLater` moves the wall clock, not the business date. */
  as: (managerId: string, daysLater?: number) => Promise<CoverageContext>;
};

/** Opens a database with the bank in it. */
export const openBank = async (): Promise<Bank> => {
  const opened = await openTestDatabase();
  const { database } = opened;
  const { orm } = database.service;
  await orm.insert(branches).values([
    { branchId: 'HQ', name: 'Head office' },
    { branchId: 'B1', name: 'Xuhui', parentBranchId: 'HQ' },
    { branchId: 'B2', name: 'Pudong', parentBranchId: 'HQ' },
  ]);
  await orm.insert(managers).values(
    MANAGERS.map(([managerId, name, role, branchId, locale]) => ({
      managerId,
      name,
      role,
      branchId,
      locale: locale as 'en' | 'zh-CN' | null,
      email: `${managerId.toLowerCase()}@bank.example`,
    })),
  );
  for (const seed of CLIENTS) await insertClient(orm, seed);
  const night = { policyVersion: 'test', finishedAt: NOW, assessed: CLIENTS.length, changed: 0 };
  await orm.insert(nightlyRuns).values({ businessDate: D, ...night });
  // Each look at the clock is a millisecond later, as no two moments are the same.
  let ticks = 0;
  return {
    ...opened,
    as: async (managerId, daysLater = 0) => {
      const actor = await findActorById(database, managerId);
      if (!actor) throw new Error(`no manager ${managerId}`);
      const now = () => NOW.add({ hours: 24 * daysLater, milliseconds: ++ticks });
      return { database, actor, now, timeZone: 'Asia/Shanghai' };
    },
  };
};

/** The value of a result that must have succeeded. */
export const succeeded = <T>(
  result: { ok: true; value: T } | { ok: false; problem: { en: string } },
): T => {
  if (!result.ok) throw new Error(result.problem.en);
  return result.value;
};

/** The code of a result that must have been refused. */
export const refusalOf = (
  result: { ok: true } | { ok: false; problem: { code: string } },
): string => (result.ok ? 'was not refused' : result.problem.code);
