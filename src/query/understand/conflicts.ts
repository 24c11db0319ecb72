/** Conditions that no client can meet together are never run: they are given back as a choice. */
import { tiersOf } from '../../domain/client.ts';
import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import type { Condition, QueryPlan, SimpleCondition } from '../query-plan.ts';

type Limits = { low: number; high: number };

const limitsOf = (condition: Condition): Limits | null => {
  if (condition.op === 'between' && condition.is)
    return { low: condition.from, high: condition.to };
  if (!('value' in condition)) return null;
  const { op, value } = condition;
  if (op === 'gte' || op === 'gt') return { low: value, high: Number.POSITIVE_INFINITY };
  if (op === 'lte' || op === 'lt') return { low: Number.NEGATIVE_INFINITY, high: value };
  return { low: value, high: value };
};

/** Two readings of one fact at different times do not exclude each other. */
const times = (condition: Condition): string =>
  condition.op === 'any'
    ? ''
    : JSON.stringify([
        'asOf' in condition && condition.asOf,
        'period' in condition && condition.period,
      ]);

const COUNTS: Partial<Record<FieldKey, readonly FieldKey[]>> = {
  lastContactOn: [
    'contactCount',
    'callCount',
    'visitCount',
    'serviceContactCount',
    'marketingContactCount',
  ],
  lastTransactionOn: ['transactionDays'],
};

/** "Never contacted, but contacted last week": it did not happen since a day, and did within a span after it. */
const neverYetOften = (never: SimpleCondition, often: SimpleCondition): boolean => {
  if (never.op !== 'within' || never.is || never.to !== null) return false;
  if (!COUNTS[never.field]?.includes(often.field) || !('period' in often)) return false;
  const atLeast = (limitsOf(often)?.low ?? 0) >= 1 || (often.op === 'gt' && often.value >= 0);
  return atLeast && (never.from ?? '') <= (often.period?.from ?? '');
};

const exclude = (a: Condition, b: Condition): boolean => {
  if (a.op === 'any' || b.op === 'any') return false;
  if (neverYetOften(a, b) || neverYetOften(b, a)) return true;
  if (times(a) !== times(b)) return false;
  if (a.op === 'in' && b.op === 'in') return codesExclude(a, b);
  if (a.field !== b.field) return false;
  if (a.op === 'flag' && b.op === 'flag') return a.is !== b.is;
  if (a.op === 'within' && b.op === 'within') return periodsExclude(a, b);
  return limitsExclude(a, b);
};

const limitsExclude = (a: SimpleCondition, b: SimpleCondition): boolean => {
  const [x, y] = [limitsOf(a), limitsOf(b)];
  if (!x || !y) return false;
  if (x.low > y.high || y.low > x.high) return true;
  const strict = [a, b].some(({ op }) => op === 'gt' || op === 'lt');
  return strict && (x.low === y.high || y.low === x.high);
};

type Codes = Extract<Condition, { op: 'in' }>;
type Within = Extract<Condition, { op: 'within' }>;

const codesExclude = (a: Codes, b: Codes): boolean => {
  if (a.field === 'kind' && b.field === 'tier') return kindExcludes(a, b);
  if (b.field === 'kind' && a.field === 'tier') return kindExcludes(b, a);
  if (peopleOnly(a, b) || peopleOnly(b, a)) return true;
  if (a.field !== b.field) return false;
  if (a.is && b.is)
    return fieldOf(a.field).type === 'code' && !a.codes.some((code) => b.codes.includes(code));
  if (a.is === b.is) return false;
  const [yes, no] = a.is ? [a, b] : [b, a];
  return yes.codes.every((code) => no.codes.includes(code));
};

const OF_PEOPLE: readonly string[] = ['executive_of', 'payroll_employee_of', 'spouse_of'];

/** No company is somebody's employee, executive or spouse. */
const peopleOnly = (kind: Codes, links: Codes): boolean =>
  kind.field === 'kind' &&
  links.field === 'relations' &&
  kind.is &&
  links.is &&
  kind.codes.join() === 'corporate' &&
  links.codes.every((code) => OF_PEOPLE.includes(code));

/** A corporate has no individual's tier. */
const kindExcludes = (kind: Codes, tier: Codes): boolean => {
  if (!kind.is || !tier.is) return false;
  const possible: readonly string[] = kind.codes.flatMap((code) =>
    tiersOf(code === 'corporate' ? 'corporate' : 'individual'),
  );
  return !tier.codes.some((code) => possible.includes(code));
};

const periodsExclude = (a: Within, b: Within): boolean => {
  if (a.is && b.is) return (a.from ?? '') > (b.to ?? '9') || (b.from ?? '') > (a.to ?? '9');
  if (a.is === b.is) return false;
  const [yes, no] = a.is ? [a, b] : [b, a];
  return (no.from ?? '') <= (yes.from ?? '') && (no.to ?? '9') >= (yes.to ?? '9');
};

const isUnion = (a: Condition, b: Condition): boolean =>
  a.op === 'in' && b.op === 'in' && a.is && b.is && a.field === b.field;

/** "Both key and premier": nobody is in two tiers, so either each of them, or the one or the other was meant. */
export const bothChoices = (plan: QueryPlan): QueryPlan[] => {
  const listed = plan.where.find(
    (one) =>
      one.op === 'in' && one.is && one.codes.length > 1 && fieldOf(one.field).type === 'code',
  );
  if (listed?.op !== 'in') return [];
  const meaning = (codes: string[]): QueryPlan => ({
    ...plan,
    where: plan.where.map((one) => (one === listed ? { ...listed, codes } : one)),
  });
  return [meaning(listed.codes), ...listed.codes.map((code) => meaning([code]))];
};

/** Choices for a plan that contradicts itself: without the one, without the other, either; none = it does not. */
export const conflictChoices = (plan: QueryPlan): QueryPlan[] => {
  for (const [index, a] of plan.where.entries())
    for (const b of plan.where.slice(index + 1)) {
      if (!exclude(a, b)) continue;
      const without = (gone: Condition) => plan.where.filter((condition) => condition !== gone);
      const choices = [without(b), without(a)];
      if (isUnion(a, b) && a.op === 'in' && b.op === 'in')
        choices.push([
          ...without(b).filter((one) => one !== a),
          { ...a, codes: [...a.codes, ...b.codes] },
        ]);
      return choices.map((where) => ({ ...plan, where }));
    }
  return [];
};
