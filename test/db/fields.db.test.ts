import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FieldAt, storedField } from '../../src/db/run-plan-fields.ts';
import { clientState, clients } from '../../src/db/schema/index.ts';
import { asActor } from '../../src/db/scope.ts';
import type { FieldKey } from '../../src/query/field-keys.ts';
import { type Bank, indexBank } from '../eval/reference/bank-facts.ts';
import { factOf, type Value } from '../eval/reference/facts.ts';
import { dayOf, periodOf } from '../eval/reference/periods.ts';
import { loadTables } from '../eval/reference/tables.ts';
import { openSampleBank, type SampleBank } from '../support/sample-bank.ts';

let bank: SampleBank;
let facts: Bank;
beforeAll(async () => {
  bank = await openSampleBank({
    seed: 31,
    on: '2026-11-20',
    managers: 2,
    clientsPerManager: 90,
    monthsOfNights: 4,
  });
  await bank.owner`
    insert into overrides (client_id, override_id, tier, reason_code, reason_text, valid_from, valid_to,
                           request_id, recorded_at)
    select client_id, 'O' || client_id, 'key', 'data_error', 'agreed', date '2026-10-01',
           date '2026-12-01', 'R' || client_id, now()
      from clients where kind = 'individual' and closed_on is null order by client_id limit 3`;
  facts = indexBank(await loadTables(bank.owner), bank.on);
});
afterAll(() => bank.close());

const at = (more: Partial<FieldAt> = {}): FieldAt => ({
  on: bank.on,
  asOf: bank.on,
  period: null,
  digits: 2,
  ...more,
});

const during = (expression: string): Partial<FieldAt> => {
  const { from, to } = periodOf(expression, bank.on);
  const day = (text: string) => Temporal.PlainDate.from(text);
  return { period: { from: day(from), to: day(to) } };
};

/** Money in units, dates as ISO text, lists in order. */
const plainValue = (value: unknown): Value => {
  if (typeof value === 'bigint') return Number(value) / 100;
  if (value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return [...new Set(value as string[])].sort();
  return (value ?? null) as Value;
};

const valuesOf = (key: FieldKey, when: Partial<FieldAt>): Promise<Map<string, Value>> =>
  asActor(bank.database, bank.compliance, bank.on, async (transaction) => {
    const rows = await transaction
      .select({ clientId: clients.clientId, value: storedField(key, at(when)).value })
      .from(clientState)
      .innerJoin(clients, eq(clients.clientId, clientState.clientId));
    return new Map(rows.map(({ clientId, value }) => [clientId, plainValue(value)]));
  });

const close = (a: Value, b: Value): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 0.006 : Object.is(a, b);

/** A closed client keeps the state of its last night. */
const openClients = () =>
  facts.clients.filter(({ closedOn }) => closedOn === null || closedOn > bank.on.toString());

/** What differs from the independent computation, so that a failure names the client. */
const differences = async (key: FieldKey, expression: string, when: Partial<FieldAt>) => {
  const found = await valuesOf(key, when);
  return openClients().flatMap((client) => {
    const expected = plainValue(factOf(facts, client, expression));
    const actual = found.get(client.id) ?? null;
    const same = Array.isArray(expected)
      ? String(expected) === String(actual)
      : close(actual, expected);
    return same ? [] : [`${client.id}: ${String(actual)}, not ${String(expected)}`];
  });
};

const CASES: [key: FieldKey, expression: string, period?: string][] = [
  ['demandDepositBalance', 'holding:demand_deposit'],
  ['wealthProductBalance', 'holding:wealth_product'],
  ['fundBalance', 'holding:fund'],
  ['mortgageBalance', 'holding:mortgage'],
  ['aum', 'aum'],
  ['deposits', 'deposits'],
  ['investments', 'investments'],
  ['loans', 'loans'],
  ['productCount', 'productCount'],
  ['productLines', 'lines'],
  ['aumChange', 'aumChange@D-30d', 'last 30d'],
  ['aumChangePct', 'aumChangePct@D-30d', 'last 30d'],
  ['depositChange', 'depositsChange@D-90d', 'last 90d'],
  ['netInflow', 'netInflow@last 30d', 'last 30d'],
  ['netInflow', 'netInflow@month:-1', 'month:-1'],
  ['contactCount', 'contacts@last 30d', 'last 30d'],
  ['callCount', 'contacts:call@last 90d', 'last 90d'],
  ['visitCount', 'contacts:visit@last 90d', 'last 90d'],
  ['serviceContactCount', 'contacts:service@last 90d', 'last 90d'],
  ['marketingContactCount', 'contacts:marketing@last 90d', 'last 90d'],
  ['massMessageCount', 'contacts:mass_message@last 90d', 'last 90d'],
  ['complaintCount', 'complaints@last 90d', 'last 90d'],
  ['loginDays', 'logins@month:-1', 'month:-1'],
  ['maturingLines', 'maturingLine@next 60d', 'next 60d'],
  ['openComplaint', 'openComplaint'],
  ['csat', 'csat'],
  ['kycPct', 'kycPct'],
  ['kycDueOn', 'kycDueOn'],
  ['redList', 'redList'],
  ['phoneUsable', 'phone'],
  ['emailUsable', 'email'],
  ['addressKnown', 'address'],
  ['wechatKnown', 'wechat'],
  ['optOut', 'optOut'],
  ['preferredChannel', 'preferredChannel'],
  ['creditRisk', 'riskCredit'],
  ['amlRisk', 'riskAml'],
  ['operationalRisk', 'riskOperational'],
  ['riskAppetite', 'riskAppetite'],
  ['industry', 'industry'],
  ['occupation', 'occupation'],
  ['age', 'age'],
  ['targetCredit', 'targetCredit'],
  ['contribution12m', 'contribution'],
  ['household', 'household'],
  ['householdAum', 'householdAum'],
  ['idleDays', 'idleDays'],
  ['activity', 'activity'],
  ['lastTransactionOn', 'lastTransactionOn'],
  ['lastContactOn', 'lastContactOn'],
  ['contactGapDays', 'contactGap'],
  ['demotionClock', 'demotionClock'],
  ['nextTierGap', 'nextTierGap'],
  ['overridden', 'override'],
  ['overrideUntil', 'overrideEndsOn'],
  ['onboardedOn', 'onboardedOn'],
  ['closedOn', 'closedOn'],
];

describe('a fact of the catalog is what the tables say', () => {
  test.each(CASES)('%s is %s', async (key, expression, period) => {
    expect(await differences(key, expression, period ? during(period) : {})).toEqual([]);
  });

  test.each([
    ['aum', 'aum@D-45d', 'D-45d'],
    ['deposits', 'deposits@end month:-1', 'end month:-1'],
    ['loans', 'loans@D-45d', 'D-45d'],
    ['fundBalance', 'holding:fund@D-45d', 'D-45d'],
    ['tier', 'tier@end month:-2', 'end month:-2'],
    ['lifecycle', 'lifecycle@end month:-1', 'end month:-1'],
    ['churnBand', 'churnBand@end month:-1', 'end month:-1'],
  ] as [FieldKey, string, string][])('%s on an earlier day is %s', async (key, expression, day) => {
    expect(await differences(key, expression, { asOf: dayOf(day, bank.on) })).toEqual([]);
  });
});
