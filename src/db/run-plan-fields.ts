/** Where each fact of the catalog is stored, as SQL over a client, its state and its primary manager. */
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { FieldKey } from '../query/field-keys.ts';
import { branches, clientState, clients, managers } from './schema/index.ts';

export type FieldValue = bigint | number | string | boolean | string[] | Temporal.PlainDate | null;

export type StoredField = {
  /** What is shown and sorted by. */
  value: SQL<FieldValue>;
  /** An average is compared as sum and days, so that nothing is rounded before it is compared. */
  ratio: { sum: SQL | AnyColumn; parts: SQL } | null;
  /** False where a missing value means "not recorded" rather than "never". */
  known: SQL | null;
  /** What a group of it is keyed and called by; the value itself where null. */
  group: { key: SQL<string | null>; name: SQL<string | null> } | null;
};

const plain = (value: SQL | AnyColumn, decodedBy?: AnyColumn): StoredField => {
  const expression = sql<FieldValue>`${value}`;
  return {
    value: decodedBy ? expression.mapWith(decodedBy as never) : expression,
    ratio: null,
    known: null,
    group: null,
  };
};

const column = (of: AnyColumn): StoredField => plain(of, of);

const s = clientState;
const days = sql`greatest(${s.avg3Days}, 1)`;

/** Everything stored on the business date; `on` settles whether a client is closed already. */
export const storedFields = (on: Temporal.PlainDate): Record<FieldKey, StoredField> => ({
  clientId: column(clients.clientId),
  name: column(clients.name),
  kind: column(clients.kind),
  tier: column(s.inForceTier),
  computedTier: column(s.computedTier),
  watch: plain(sql`coalesce(${clients.watch}, false)`),
  aum: column(s.aumMinor),
  avg3: {
    ...plain(sql`round_half_even(${s.avg3SumMinor}::numeric / ${days})`, s.aumMinor),
    ratio: { sum: s.avg3SumMinor, parts: days },
  },
  deposits: column(s.depositsMinor),
  investments: column(s.investmentsMinor),
  loans: column(s.loansMinor),
  productCount: plain(sql`cardinality(${s.productLines})`),
  productLines: column(s.productLines),
  activity: column(s.activity),
  idleDays: column(s.idleDays),
  lastTransactionOn: { ...column(s.lastTransactionOn), known: sql`${s.idleDays} is not null` },
  lastContactOn: { ...column(s.lastContactOn), known: sql`${s.contactGapDays} is not null` },
  contactGapDays: column(s.contactGapDays),
  lifecycle: column(s.lifecycle),
  churnBand: column(s.churnBand),
  churnScore: column(s.churnScore),
  valueAtRisk: column(s.valueAtRiskMinor),
  nextTierGap: column(s.nextTierGapMinor),
  contribution12m: column(clients.contribution12mMinor),
  onboardedOn: column(clients.onboardedOn),
  closedOn: plain(
    sql`case when ${clients.closedOn} <= ${on.toString()}::date then ${clients.closedOn} end`,
    clients.closedOn,
  ),
  branch: {
    ...plain(branches.name),
    group: {
      key: sql<string | null>`${clients.branchId}`,
      name: sql<string | null>`${branches.name}`,
    },
  },
  manager: {
    ...plain(managers.name),
    group: {
      key: sql<string | null>`${managers.managerId}`,
      name: sql<string | null>`${managers.name}`,
    },
  },
});
