import { describe, expect, test } from 'vitest';
import { columnTime } from '../../src/db/column-time.ts';
import type { Condition, QueryPlan } from '../../src/query/query-plan.ts';
import { EMPTY_PLAN } from '../../src/query/understand/plans.ts';

const MAY = { from: '2026-05-01', to: '2026-05-31' };
const JUNE = { from: '2026-06-01', to: '2026-06-30' };
const calls = (period: typeof MAY): Condition => ({
  op: 'gte',
  field: 'callCount',
  value: 3,
  period,
});
const keyOn = (asOf?: string): Condition => ({
  op: 'in',
  field: 'tier',
  is: true,
  codes: ['key'],
  ...(asOf && { asOf }),
});
const planOf = (parts: Partial<QueryPlan>): QueryPlan => ({ ...EMPTY_PLAN, ...parts });

describe('the span of a column', () => {
  test('is that of the first condition on the fact, an alternative included', () => {
    expect(columnTime(planOf({ where: [calls(MAY), calls(JUNE)] }), 'callCount')).toEqual({
      period: MAY,
    });
    const either: Condition = { op: 'any', of: [keyOn(), calls(JUNE)] as never };
    expect(columnTime(planOf({ where: [either] }), 'callCount')).toEqual({ period: JUNE });
    expect(columnTime(planOf({ where: [calls(MAY)] }), 'visitCount')).toEqual({});
  });

  test("is the plan's where the fact is asked for itself over a span", () => {
    const plan = planOf({ where: [calls(MAY)], show: ['callCount'] });
    expect(columnTime({ ...plan, period: JUNE }, 'callCount')).toEqual({});
    expect(columnTime(plan, 'callCount')).toEqual({ period: MAY });
  });
});

describe('the day of a column', () => {
  test('is that of the first condition on the fact', () => {
    const where = [keyOn('2026-06-30'), keyOn('2026-03-31')];
    expect(columnTime(planOf({ where }), 'tier')).toEqual({ asOf: '2026-06-30' });
  });

  test("is the plan's where a condition is about it too, or the fact is asked for itself", () => {
    expect(columnTime(planOf({ where: [keyOn('2026-06-30'), keyOn()] }), 'tier')).toEqual({});
    const where = [keyOn('2026-06-30')];
    expect(columnTime(planOf({ where, groupBy: ['tier'] }), 'tier')).toEqual({});
  });
});
