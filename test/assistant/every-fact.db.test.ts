import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import type { Answer } from '../../src/assistant/answer.ts';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { storedField } from '../../src/db/run-plan-fields.ts';
import { branches, clientState, clients, coverage, managers } from '../../src/db/schema/index.ts';
import { asActor } from '../../src/db/scope.ts';
import type { Locale } from '../../src/domain/actor.ts';
import { CATALOG, type CatalogField, fieldCan } from '../../src/query/catalog.ts';
import { describe } from '../../src/query/describe.ts';
import type { Condition, QueryPlan, SimpleCondition } from '../../src/query/query-plan.ts';
import { EMPTY_PLAN } from '../../src/query/understand/plans.ts';
import { openSampleBank, type SampleBank } from '../support/sample-bank.ts';

let bank: SampleBank;
beforeAll(async () => {
  bank = await openSampleBank({
    seed: 32,
    on: '2026-10-31',
    managers: 1,
    clientsPerManager: 120,
    monthsOfNights: 2,
  });
});
afterAll(() => bank.close());

type Value = string | number | boolean | string[] | null;
const LOCALES: Locale[] = ['en', 'zh-CN'];

/** The quarter that ends on the business date; maturities lie in the one after it. */
const spanOf = ({ ahead }: CatalogField) =>
  ahead
    ? { from: bank.on.add({ days: 1 }), to: bank.on.add({ days: 90 }) }
    : { from: bank.on.subtract({ months: 3 }).add({ days: 1 }), to: bank.on };

const isSpanned = ({ takes }: CatalogField): boolean => takes === 'period';

const periodOf = (entry: CatalogField) => {
  const { from, to } = spanOf(entry);
  return isSpanned(entry) ? { period: { from: from.toString(), to: to.toString() } } : {};
};

const plainOf = (value: unknown): Value => {
  if (typeof value === 'bigint') return Number(value) / 100;
  return value instanceof Temporal.PlainDate ? value.toString() : ((value ?? null) as Value);
};

/** Of every open client of the manager, straight from the column. */
const valuesOf = (entry: CatalogField): Promise<Map<string, Value>> =>
  asActor(bank.database, bank.manager, bank.on, async (transaction) => {
    const at = { on: bank.on, asOf: bank.on, digits: 2, period: spanOf(entry), country: 'CN' };
    const rows = await transaction
      .select({ id: clients.clientId, value: storedField(entry.key, at).value })
      .from(clientState)
      .innerJoin(clients, eq(clients.clientId, clientState.clientId))
      .innerJoin(coverage, and(eq(coverage.clientId, clients.clientId), isNull(coverage.validTo)))
      .leftJoin(managers, eq(managers.managerId, coverage.managerId))
      .leftJoin(branches, eq(branches.branchId, clients.branchId))
      .where(
        and(
          eq(coverage.managerId, bank.manager.managerId),
          or(isNull(clients.closedOn), gt(clients.closedOn, bank.on)),
        ),
      );
    return new Map(rows.map(({ id, value }) => [id, plainOf(value)]));
  });

const middle = <T>(values: T[]): T | undefined => values.sort()[Math.floor(values.length / 2)];

/** A condition that some clients meet and others do not, if the bank has such; null = the fact is no filter. */
const conditionOn = (entry: CatalogField, values: Value[]): SimpleCondition | null => {
  const { key, type, codes } = entry;
  const known = values.filter((value) => value !== null);
  if (!fieldCan(key, 'filter')) return null;
  const when = periodOf(entry);
  if (type === 'flag') return { op: 'flag', field: key, is: true, ...when };
  if (type === 'code' || type === 'codes') {
    const found = middle(known.flat().map(String)) ?? codes[0] ?? '';
    return { op: 'in', field: key, is: true, codes: [found], ...when };
  }
  if (type === 'date')
    return {
      op: 'within',
      field: key,
      is: true,
      from: '1990-01-01',
      to: String(middle(known) ?? '2026-12-31'),
    };
  if (type === 'text' || type === 'id') return null;
  const numbers = known.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const value = Math.max(1, Math.round(numbers[Math.floor(numbers.length / 2)] ?? 1));
  return {
    op: 'gte',
    field: key,
    value: type === 'money' ? Math.max(1_000, value) : value,
    ...when,
  };
};

const meets = (condition: SimpleCondition, value: Value): boolean => {
  if (value === null) return false;
  if (condition.op === 'flag') return value === true;
  if (condition.op === 'in')
    return [value].flat().some((one) => condition.codes.includes(String(one)));
  if (condition.op === 'within')
    return String(value) >= (condition.from ?? '') && String(value) <= (condition.to ?? '9');
  return condition.op === 'gte' && Number(value) >= condition.value;
};

const ask = async (text: string): Promise<Answer> => {
  const context = { database: bank.database, now: bank.now };
  const answer = await answerQuestion(context, { actor: bank.manager, text, locale: 'en' });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};

const listOf = (parts: Partial<QueryPlan>): QueryPlan => ({ ...EMPTY_PLAN, ...parts });

const asked = CATALOG.map((entry) => ({ key: entry.key, entry }));

suite('each fact can be asked in both languages and is answered', () => {
  test.each(asked)('as a column: $key', async ({ key, entry }) => {
    const plan = listOf({
      show: ['name', 'clientId'].includes(key) ? [] : [key],
      ...periodOf(entry),
    });
    for (const locale of LOCALES) {
      const answer = await ask(describe(plan, locale, 'CNY'));
      expect(answer).toMatchObject({ status: 'answered', language: locale });
      expect(answer.columns.map((column) => column.key)).toContain(key);
      expect(answer.rows[0]).toHaveProperty(key);
    }
  });

  test.each(asked.filter(({ key, entry }) => fieldCan(key, 'filter') && entry.type !== 'text'))(
    'as a condition: $key',
    async ({ key, entry }) => {
      if (key === 'closedOn') return;
      const values = await valuesOf(entry);
      const condition = conditionOn(entry, [...values.values()]) as SimpleCondition;
      const expected = [...values].filter(([, value]) => meets(condition, value)).map(([id]) => id);
      for (const locale of LOCALES) {
        const answer = await ask(
          describe(listOf({ where: [condition as Condition] }), locale, 'CNY'),
        );
        expect(answer.plan?.where, answer.interpretation ?? '').toEqual([condition]);
        expect(answer.rows.map(({ clientId }) => clientId).sort()).toEqual(expected.sort());
        for (const row of answer.rows) expect(row[key]).toEqual(values.get(row.clientId));
      }
    },
  );
});

suite('what the bank never delivered', () => {
  test('is not assessed, not zero', async () => {
    await bank.owner`update feeds set delivered = false where feed = 'contacts'`;
    try {
      const answer = await ask('clients never contacted');
      expect(answer).toMatchObject({ status: 'answered', total: null, value: null, rows: [] });
      expect(answer.rules[0]).toBe('last contact: not assessed: the bank delivers no contacts');
      const chinese = await ask('上个月没联系过的客户有多少');
      expect(chinese).toMatchObject({ status: 'answered', total: null, value: null, rows: [] });
      expect(chinese.rules[0]).toContain('未评估，本行未提供联系记录数据');
    } finally {
      await bank.owner`update feeds set delivered = true where feed = 'contacts'`;
    }
    expect((await ask('clients never contacted')).total).toBeGreaterThan(0);
  });
});
