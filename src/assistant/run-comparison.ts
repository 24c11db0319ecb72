/** Answers what was then and what is now: two runs of one plan, and the difference between them. */
import type { QueryPlan, Versus } from '../query/query-plan.ts';
import { answerText } from '../text/answer.ts';
import type { Cell, Column, Group } from './answer.ts';
import { countColumn } from './columns.ts';
import { EMPTY_SET, type SetAnswer, type SetRun } from './set-answer.ts';

/** The plan of one side; conditions over the later span are read over the earlier. */
const sideOf = ({ versus: _, ...plan }: QueryPlan, then: Versus | null): QueryPlan => {
  if (!then) return plan;
  const where = plan.where.map((condition) =>
    then.period && 'period' in condition && condition.period
      ? { ...condition, period: then.period }
      : condition,
  );
  return { ...plan, ...then, where };
};

const nameOf = ({ asOf, period }: Versus, on: string): string => {
  if (period) return `${period.from ?? ''}..${period.to}`;
  return asOf ?? on;
};

const minus = (now: Cell, then: Cell): Cell =>
  typeof now === 'number' && typeof then === 'number' ? Math.round((now - then) * 100) / 100 : null;

const changed = (now: Group | undefined, then: Group | undefined, key: string): Cell =>
  minus((now?.[key] ?? 0) as Cell, (then?.[key] ?? 0) as Cell);

/** Each group with its figures then, now and the difference. */
const eachGroup = (now: SetAnswer, then: SetAnswer, keys: readonly string[]): Group[] => {
  const before = new Map(then.groups.map((group) => [group.key, group]));
  const after = new Map(now.groups.map((group) => [group.key, group]));
  const all = [...now.groups, ...then.groups.filter(({ key }) => !after.has(key))];
  return all.map((group) => ({
    ...group,
    count: after.get(group.key)?.count ?? 0,
    ...Object.fromEntries(
      keys.flatMap((key) => [
        [`${key}Then`, (before.get(group.key)?.[key] ?? 0) as Cell],
        [`${key}Change`, changed(after.get(group.key), before.get(group.key), key)],
      ]),
    ),
  }));
};

const withChanges = (columns: readonly Column[], keys: readonly string[], change: string) =>
  columns.flatMap((column) =>
    keys.includes(column.key)
      ? [
          column,
          { ...column, key: `${column.key}Change`, heading: `${column.heading} · ${change}` },
        ]
      : [column],
  );

/** `value` is now − then; two groups, then and now, or where the plan groups each group with both. */
export const answerComparison = async (
  set: SetRun,
  answer: (side: SetRun) => Promise<SetAnswer>,
): Promise<SetAnswer> => {
  const { run, locale } = set;
  const versus = run.plan.versus ?? {};
  const side = (then: Versus | null): SetRun => ({
    ...set,
    run: { ...run, plan: sideOf(run.plan, then) },
  });
  const now = await answer(side(null));
  const then = await answer(side(versus));
  const { change } = answerText[locale];
  if (run.plan.groupBy.length > 0) {
    const keys =
      run.plan.kind === 'share'
        ? ['share']
        : ['count', ...run.plan.measures.map(({ field }) => field)];
    const columns = withChanges(now.columns, keys, change);
    return { ...now, columns, groups: eachGroup(now, then, keys) };
  }
  const column = now.valueColumn ?? countColumn(locale);
  const group = (one: SetAnswer, key: string): Group => ({
    ...(one.groups[0] ?? {}),
    key,
    name: key,
    count: one.total ?? 0,
    [column.key]: one.value,
  });
  const on = run.on.toString();
  return {
    ...EMPTY_SET,
    total: now.total,
    columns: [countColumn(locale), ...(column.key === 'count' ? [] : [column])],
    groups: [group(then, nameOf(versus, on)), group(now, nameOf(run.plan, on))],
    value: minus(now.value, then.value),
    valueColumn: { ...column, heading: `${column.heading} · ${change}` },
  };
};
