import { eq, sql } from 'drizzle-orm';
import { type AlertContext, type AlertsOutcome, runAlerts } from '../../src/alerts/run-alerts.ts';
import {
  accounts,
  assessments,
  clientState,
  clients,
  complaints,
  coverage,
  managers,
  nightlyRuns,
} from '../../src/db/schema/index.ts';
import type { Role } from '../../src/domain/actor.ts';
import type { ChurnBand, Tier } from '../../src/domain/client.ts';
import type { Reason } from '../../src/tiering/reason.ts';
import type { TestDatabase } from '../support/database.ts';

export const date = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);

/** What a night finds of a client; what is left out is calm. */
export type Finding = {
  tier?: Tier;
  score?: number;
  band?: ChurnBand;
  reasons?: Reason[];
  aum?: bigint;
  valueAtRisk?: bigint;
};

const RECORDED_AT = Temporal.Instant.from('2026-01-01T00:00:00Z');

export const addManager = async (
  { database }: TestDatabase,
  managerId: string,
  more: { role?: Role; timezone?: string; branchId?: string } = {},
): Promise<void> => {
  await database.service.orm.insert(managers).values({
    managerId,
    name: `Manager ${managerId}`,
    email: `${managerId.toLowerCase()}@bank.example`,
    role: 'relationship_manager',
    branchId: 'B01',
    timezone: 'Asia/Shanghai',
    ...more,
  });
};

/** Clients in one manager's book since 2020; null = unowned. */
export const addClients = async (
  { database }: TestDatabase,
  managerId: string | null,
  clientIds: readonly string[],
): Promise<void> => {
  const { orm } = database.service;
  await orm.insert(clients).values(
    clientIds.map((clientId) => ({
      clientId,
      kind: 'individual' as const,
      name: `Client ${clientId}`,
      branchId: 'B01',
    })),
  );
  if (managerId === null) return;
  await orm.insert(coverage).values(
    clientIds.map((clientId) => ({
      clientId,
      managerId,
      validFrom: date('2020-01-01'),
      source: 'file' as const,
      recordedAt: RECORDED_AT,
    })),
  );
};

export const addComplaint = (
  { database }: TestDatabase,
  clientId: string,
  openedOn: string,
  severity: 'normal' | 'severe' = 'normal',
) =>
  database.service.orm
    .insert(complaints)
    .values({ clientId, complaintId: `${clientId}-1`, openedOn: date(openedOn), severity });

export const closeAccount = ({ database }: TestDatabase, clientId: string, closedOn: string) =>
  database.service.orm.insert(accounts).values({
    clientId,
    accountId: `${clientId}-A`,
    productLine: 'fund',
    currency: 'CNY',
    closedOn: date(closedOn),
  });

const writeFinding = async (
  { database }: TestDatabase,
  clientId: string,
  on: string,
  finding: Finding,
): Promise<void> => {
  const { orm } = database.service;
  const { tier = 'quality', score = 0, band = 'low', reasons = [] } = finding;
  const { aum = 10_000_000n, valueAtRisk = (aum * BigInt(score)) / 100n } = finding;
  const [state] = await orm.select().from(clientState).where(eq(clientState.clientId, clientId));
  const decided = {
    clientId,
    policyVersion: 'p1',
    computedTier: tier,
    inForceTier: tier,
    activity: 'active' as const,
    lifecycle: 'active' as const,
    churnScore: score,
    churnBand: band,
    churnCoveragePct: 100,
    monthsBelow: 0,
    reasons,
  };
  const isSame = state?.inForceTier === tier && state.churnScore === score;
  if (!isSame)
    await orm.insert(assessments).values({
      ...decided,
      validFrom: date(on),
      revision: sql`(select count(*) from assessments where client_id = ${clientId} and valid_from = ${on})`,
      recordedAt: RECORDED_AT,
      inputHash: '-',
      decidedTier: tier,
      decidedOn: date(on),
      recentComputed: [],
      previousInForceTier: state?.inForceTier ?? null,
    });
  const row = {
    ...decided,
    businessDate: date(on),
    aumMinor: aum,
    avg3SumMinor: aum,
    avg3Days: 1,
    depositsMinor: aum,
    depositsSumMinor: aum,
    investmentsMinor: 0n,
    loansMinor: 0n,
    productLines: ['demand_deposit'],
    valueAtRiskMinor: valueAtRisk,
  };
  await orm
    .insert(clientState)
    .values(row)
    .onConflictDoUpdate({ target: clientState.clientId, set: row });
};

/** A night as the nightly run leaves it: every client of `findings` is assessed, calm where it says nothing. */
export const writeNight = async (
  bank: TestDatabase,
  on: string,
  findings: Record<string, Finding>,
): Promise<void> => {
  for (const [clientId, finding] of Object.entries(findings))
    await writeFinding(bank, clientId, on, finding);
  await bank.database.service.orm.insert(nightlyRuns).values({
    businessDate: date(on),
    policyVersion: 'p1',
    finishedAt: RECORDED_AT,
    assessed: Object.keys(findings).length,
    changed: 0,
  });
};

export const NIGHT_AT = '18:00:00Z';

/** Runs the alerts of a date at 02:00 in Shanghai, in the night after it. */
export const alertsOf = async (bank: TestDatabase, on: string): Promise<AlertsOutcome> => {
  const context: AlertContext = {
    database: bank.database,
    now: () => Temporal.Instant.from(`${on}T${NIGHT_AT}`),
    digestAt: '08:30',
    timeZone: 'Asia/Shanghai',
  };
  const outcome = await runAlerts(context, { businessDate: date(on) });
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
};

/** A night and its alerts. */
export const night = async (
  bank: TestDatabase,
  on: string,
  findings: Record<string, Finding>,
): Promise<AlertsOutcome> => {
  await writeNight(bank, on, findings);
  return alertsOf(bank, on);
};

export const clearBank = async ({ owner }: TestDatabase): Promise<void> => {
  await owner`truncate clients, accounts, complaints, coverage, covers, managers, assessments,
    client_state, nightly_runs, alerts, deliveries, settings, slack_people`;
};

export type AlertRow = {
  client_id: string;
  kind: string;
  opened_on: string;
  resolved_on: string | null;
  last_reported_on: string;
  clear_since: string | null;
  held_since: string | null;
  priority: number;
};

export const readAlerts = async ({ owner }: TestDatabase): Promise<AlertRow[]> => [
  ...(await owner<AlertRow[]>`
    select client_id, kind, opened_on::text, resolved_on::text, last_reported_on::text,
           clear_since::text, held_since::text, priority
      from alerts order by client_id, kind, opened_on`),
];
