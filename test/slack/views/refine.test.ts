import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stateOf } from '../../../src/local-slack/element-state.ts';
import { asBlocks } from '../../../src/local-slack/json.ts';
import type { Condition, QueryPlan } from '../../../src/query/query-plan.ts';
import { EMPTY_PLAN } from '../../../src/query/understand/plans.ts';
import { type Refined, readRefined, refineModal } from '../../../src/slack/views/refine.ts';
import type { Values } from '../../../src/slack/views/refine-values.ts';
import { viewProblems } from '../../support/slack-limits.ts';
import { textOf } from '../office.ts';
import { conditionPlan } from './plans.ts';

const CONTROLS = {
  en: {
    ...{ locale: 'en' as const, currency: 'CNY' },
    edges: { activeMaxDays: 30, quietMaxDays: 90, dormantMaxDays: 365 },
  },
  zh: { locale: 'zh-CN' as const, currency: 'CNY', edges: null },
};
type Controls = (typeof CONTROLS)['en' | 'zh'];

/** What Slack sends of the form when nothing in it was touched. */
const untouched = (plan: QueryPlan, controls: Controls): Values => {
  const { blocks } = refineModal('d', { plan, added: [] }, controls);
  const state = stateOf(asBlocks(blocks));
  return Object.fromEntries(
    Object.entries(state).map(([name, held]) => {
      const value = held[name] as {
        value?: string | null;
        selected_option?: { value: string } | null;
        selected_date?: string | null;
        selected_options?: { value: string }[];
      };
      const many = value.selected_options?.map((each) => each.value);
      const one = value.value ?? value.selected_option?.value ?? value.selected_date;
      return [name, many ?? one ?? null];
    }),
  );
};

const refine = (plan: QueryPlan, changed: Values, controls: Controls = CONTROLS.en): Refined =>
  readRefined({ plan, added: [] }, { ...untouched(plan, controls), ...changed }, controls);
const planWith = (...where: Condition[]): QueryPlan => ({ ...EMPTY_PLAN, where });
const whereAfter = (where: Condition[], changed: Values): Condition[] | string => {
  const refined = refine(planWith(...where), changed);
  return refined.ok ? refined.plan.where : refined.problem;
};

test.each(['en', 'zh'] as const)(
  'whatever is asked, its form in %s fits into Slack, and sent untouched asks the same',
  (language) => {
    fc.assert(
      fc.property(conditionPlan, (plan) => {
        const controls = CONTROLS[language];
        expect(viewProblems(refineModal('d', { plan, added: [] }, controls))).toEqual([]);
        expect(refine(plan, {}, controls)).toEqual({ ok: true, plan });
      }),
      { numRuns: 150 },
    );
  },
);

test('every condition can be removed by its words, whatever control it has', () => {
  fc.assert(
    fc.property(conditionPlan, (plan) => {
      const all = [
        ...plan.where.map((_each, index) => `c${index}`),
        ...(plan.among ?? []).map((_each, index) => `m${index}`),
      ];
      const refined = refine(plan, { drop_conditions: all });
      expect(refined).toMatchObject({ ok: true, plan: { where: [] } });
      expect(refined.ok && refined.plan.among).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

const KEY = { op: 'in', field: 'tier', is: true, codes: ['key'] } as const;
const RICH = { op: 'gte', field: 'aum', value: 500_000 } as const;
const either: Condition = { op: 'any', of: [{ ...KEY, codes: ['key'] }, RICH] };

test('alternatives are edited one by one; with one left it is the condition, with none it falls away', () => {
  expect(whereAfter([either], { c0a1_value: '300000' })).toEqual([
    { op: 'any', of: [KEY, { ...RICH, value: 300_000 }] },
  ]);
  expect(whereAfter([either], { c0a1_value: null })).toEqual([KEY]);
  expect(whereAfter([either], { c0a0_codes: [], c0a1_value: null })).toEqual([]);
});

test('on record becomes not on record, or nothing', () => {
  const phone: Condition = { op: 'known', field: 'industry', is: true };
  expect(whereAfter([phone], { c0_is: 'no' })).toEqual([{ ...phone, is: false }]);
  expect(whereAfter([phone], { c0_is: null })).toEqual([]);
});

test('a name that is looked for can be another, or none', () => {
  const branch: Condition = { op: 'text', field: 'branch', is: true, text: 'Xuhui' };
  expect(whereAfter([branch], { c0_text: ' 浦东 ' })).toEqual([{ ...branch, text: '浦东' }]);
  expect(whereAfter([branch], { c0_text: '' })).toEqual([]);
});

const was: Condition = { ...KEY, codes: ['key'], asOf: '2026-06-30' };
const inflow: Condition = {
  ...{ op: 'gte', field: 'netInflow', value: 10_000 },
  period: { from: '2026-01-01', to: '2026-03-31' },
};

test('the day and the span of a condition can be changed; without its day it counts now', () => {
  expect(whereAfter([was], { c0_asof: '2025-12-31' })).toEqual([{ ...was, asOf: '2025-12-31' }]);
  expect(whereAfter([was], { c0_asof: null })).toEqual([KEY]);
  expect(whereAfter([inflow], { c0_till: '2026-06-30' })).toEqual([
    { ...inflow, period: { from: '2026-01-01', to: '2026-06-30' } },
  ]);
  expect(whereAfter([inflow], { c0_till: null })).toEqual([]);
});

test('a span that ends before it begins is said under its own control', () => {
  const refined = refine(planWith(inflow), { c0_till: '2025-12-31' });
  expect(refined).toEqual({ ok: false, at: 'c0_till', problem: 'wrongWay' });
  const moved: Condition = {
    ...{ op: 'moved', field: 'tier', is: true, direction: 'up', from: null, to: ['key'] },
    period: { from: '2026-01-01', to: '2026-06-30' },
  };
  expect(refine(planWith(moved), { c0_to: '2025-01-01' })).toMatchObject({ at: 'c0_to' });
  expect(whereAfter([moved], { c0_became: [], c0_way: 'any' })).toEqual([
    { ...moved, to: null, direction: 'any' },
  ]);
});

test('the day, the span and the comparison of the whole question can be changed and taken back', () => {
  const plan: QueryPlan = {
    ...EMPTY_PLAN,
    ...{ kind: 'count', asOf: '2026-06-30', versus: { asOf: '2025-06-30' } },
  };
  expect(refine(plan, { as_of: '2026-09-30' })).toMatchObject({ plan: { asOf: '2026-09-30' } });
  const now = refine(plan, { as_of: null, versus: null });
  expect(now).toEqual({ ok: true, plan: { ...EMPTY_PLAN, kind: 'count' } });
  const counted: QueryPlan = {
    ...{ ...EMPTY_PLAN, kind: 'list', period: { from: null, to: '2026-06-30' } },
    sort: { field: 'netInflow', direction: 'desc' },
  };
  expect(refine(counted, { period_to: null })).toEqual({
    ...{ ok: false, at: 'period_to', problem: 'needsPeriod' },
  });
});

test('a form in Chinese says alternatives, records, names and days in Chinese', () => {
  const plan = planWith(
    either,
    { op: 'known', field: 'industry', is: false },
    { op: 'text', field: 'branch', is: false, text: '浦东' },
    was,
  );
  const shown = textOf(refineModal('d', { plan, added: [] }, CONTROLS.zh).blocks);
  for (const said of ['满足其中任一条件', '无记录', '不含', '截至日期', '删除条件'])
    expect(shown).toContain(said);
});
