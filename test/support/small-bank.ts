import {
  branches,
  clientState,
  clients,
  coverage,
  covers,
  feeds,
  filledColumns,
  managers,
  nightlyRuns,
} from '../../src/db/schema/index.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { COLUMNS } from '../../src/query/catalog/needed-columns.ts';
import type { TestDatabase } from './database.ts';

export const ON = Temporal.PlainDate.from('2019-09-30');

type State = typeof clientState.$inferInsert;
type Client = typeof clients.$inferInsert;
export type SmallClient = { managerId: string | null; client: Client; state: State };

const DEFAULT_STATE: Omit<State, 'clientId'> = {
  businessDate: ON,
  policyVersion: 'test-1',
  aumMinor: 0n,
  avg3SumMinor: 0n,
  avg3Days: 92,
  depositsMinor: 0n,
  depositsSumMinor: 0n,
  investmentsMinor: 0n,
  loansMinor: 0n,
  productLines: [],
  lastTransactionOn: ON,
  idleDays: 0,
  lastContactOn: ON,
  contactGapDays: 0,
  computedTier: 'mass',
  inForceTier: 'mass',
  activity: 'active',
  lifecycle: 'active',
  churnScore: 0,
  churnBand: 'low',
  churnCoveragePct: 100,
  valueAtRiskMinor: 0n,
  nextTierGapMinor: null,
  monthsBelow: 0,
  reasons: [],
};

const daysAgo = (days: number): Temporal.PlainDate => ON.subtract({ days });

export const smallClient = (
  clientId: string,
  managerId: string | null,
  state: Partial<State> = {},
  client: Partial<Client> = {},
): SmallClient => ({
  managerId,
  client: { clientId, kind: 'individual', name: `Client ${clientId}`, branchId: 'B1', ...client },
  state: { ...DEFAULT_STATE, clientId, ...state },
});

const aum = (units: number): Pick<State, 'aumMinor' | 'depositsMinor'> => ({
  aumMinor: BigInt(units) * 100n,
  depositsMinor: BigInt(units) * 100n,
});

/** Rows at the edges: 300,000 −1, 0 and +1; contact 90 days and one less; never; unknown; closed; unowned. */
export const SMALL_BANK: SmallClient[] = [
  smallClient('C01', 'M1', { ...aum(299_999), contactGapDays: 90, lastContactOn: daysAgo(90) }),
  smallClient('C02', 'M1', {
    ...aum(300_000),
    inForceTier: 'key',
    contactGapDays: 89,
    lastContactOn: daysAgo(89),
    activity: 'dormant',
    idleDays: 200,
    lastTransactionOn: daysAgo(200),
    avg3SumMinor: 300_000n * 100n * 92n - 1n,
  }),
  smallClient('C03', 'M1', {
    ...aum(300_001),
    inForceTier: 'premier',
    contactGapDays: 91,
    lastContactOn: daysAgo(91),
    productLines: ['fund', 'mortgage'],
    loansMinor: 500n,
    avg3SumMinor: 300_000n * 100n * 92n,
  }),
  smallClient(
    'C04',
    'M1',
    {
      ...aum(300_001),
      inForceTier: 'key',
      lastContactOn: null,
      contactGapDays: 10,
      activity: 'dormant',
      productLines: ['fund'],
    },
    { watch: true, name: '张伟' },
  ),
  smallClient(
    'C05',
    'M1',
    { lastTransactionOn: null, idleDays: null, activity: 'unknown' },
    { name: '张伟' },
  ),
  smallClient('C06', 'M1', { ...aum(5_000_000), inForceTier: 'premier' }, { closedOn: ON }),
  smallClient('C07', 'M1', { ...aum(70) }, { closedOn: ON.add({ days: 1 }), kind: 'corporate' }),
  smallClient(
    'C11',
    'M2',
    { ...aum(900_000), inForceTier: 'key', activity: 'dormant' },
    { branchId: 'B2', name: '王芳' },
  ),
  smallClient('C12', 'M3', { ...aum(800_000), inForceTier: 'key' }, { branchId: 'B2' }),
  smallClient('C13', null, { ...aum(12) }, { branchId: 'B2' }),
];

export const actor = (
  managerId: string,
  role: Actor['role'] = 'relationship_manager',
  branchId = 'B1',
): Actor => ({
  managerId,
  name: `Manager ${managerId}`,
  email: `${managerId.toLowerCase()}@bank.example`,
  role,
  branchId,
  locale: 'en',
  timezone: null,
});

/** M1 covers for M3; H2 heads branch B2, below B0; A1 is compliance. */
export const PEOPLE = {
  own: actor('M1'),
  other: actor('M2', 'relationship_manager', 'B2'),
  covered: actor('M3', 'relationship_manager', 'B2'),
  head: actor('H2', 'branch_head', 'B2'),
  compliance: actor('A1', 'compliance', 'B0'),
};

const since = Temporal.PlainDate.from('2019-01-01');
const at = Temporal.Instant.from('2019-09-30T20:00:00Z');

const DELIVERED = [
  'accounts',
  'balances',
  'transactions',
  'contacts',
  'complaints',
  'surveys',
  'logins',
  'relations',
];

export const fillSmallBank = async ({ database }: TestDatabase): Promise<void> => {
  const { orm } = database.service;
  await orm.insert(branches).values([
    { branchId: 'B0', name: 'Head office', parentBranchId: null },
    { branchId: 'B1', name: 'First', parentBranchId: 'B0' },
    { branchId: 'B2', name: 'Second', parentBranchId: 'B0' },
  ]);
  await orm.insert(managers).values(Object.values(PEOPLE));
  await orm.insert(clients).values(SMALL_BANK.map(({ client }) => client));
  await orm.insert(clientState).values(SMALL_BANK.map(({ state }) => state));
  await orm.insert(coverage).values(
    SMALL_BANK.flatMap(({ managerId, client }) =>
      managerId === null
        ? []
        : [
            {
              clientId: client.clientId,
              managerId,
              validFrom: since,
              validTo: null,
              source: 'file' as const,
              requestId: null,
              recordedAt: at,
            },
          ],
    ),
  );
  await orm.insert(covers).values({
    coverId: 'V1',
    managerId: 'M3',
    coveredBy: 'M1',
    validFrom: since,
    validTo: ON.add({ days: 1 }),
    requestId: 'R1',
    recordedAt: at,
  });
  await orm.insert(feeds).values(DELIVERED.map((feed) => ({ feed })));
  await orm.insert(filledColumns).values(
    COLUMNS.map((source) => {
      const [feed = '', column = ''] = source.split('.');
      return { feed, column };
    }),
  );
  await orm.insert(nightlyRuns).values({
    businessDate: ON,
    policyVersion: 'test-1',
    finishedAt: at,
    assessed: SMALL_BANK.length,
    changed: SMALL_BANK.length,
  });
};
