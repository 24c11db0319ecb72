/** Answers plans about a set of clients: lists, counts, sums, shares, groups, then and now. */
import { runAggregate, runCount, runList } from '../db/run-plan.ts';
import type { Group, Row } from './answer.ts';
import {
  columnOf,
  countColumn,
  measureColumn,
  measuredCell,
  rowOf,
  shownFields,
} from './columns.ts';
import { answerComparison } from './run-comparison.ts';
import { answerGroups, answerShare } from './run-groups.ts';
import { answerSeries } from './run-series.ts';
import { EMPTY_SET, type SetAnswer, type SetRun } from './set-answer.ts';

const list = async ({ run, coveredManagers, locale }: SetRun): Promise<SetAnswer> => {
  const keys = shownFields(run.plan);
  const cells = (rows: Parameters<typeof rowOf>[0][]): Row[] =>
    rows.map((row) => rowOf(row, keys, run.digits));
  const mine = await runList(run, keys);
  const covered =
    coveredManagers.length > 0
      ? await runList({ ...run, whose: { coveredManagers } }, keys)
      : { rows: [] };
  return {
    ...EMPTY_SET,
    total: mine.total,
    columns: keys.map((key) => columnOf(key, locale)),
    rows: cells(mine.rows),
    coverRows: cells(covered.rows),
  };
};

const counted = async ({ run, locale }: SetRun): Promise<SetAnswer> => {
  const total = await runCount(run);
  return { ...EMPTY_SET, total, value: total, valueColumn: countColumn(locale) };
};

const aggregated = async ({ run, locale }: SetRun): Promise<SetAnswer> => {
  const { total, measures } = await runAggregate(run);
  const cells = run.plan.measures.map((measure, index) => ({
    column: measureColumn(measure, locale),
    value: measuredCell(measure, measures[index] ?? { sum: '0', n: 0 }, {
      digits: run.digits,
      asked: total,
    }),
  }));
  const [first] = cells;
  const group: Group = {
    key: null,
    name: '',
    count: total,
    ...Object.fromEntries(cells.map(({ column, value }) => [column.key, value])),
  };
  return {
    ...EMPTY_SET,
    total,
    columns: [countColumn(locale), ...cells.map(({ column }) => column)],
    groups: cells.length > 1 ? [group] : [],
    value: first?.value ?? null,
    valueColumn: first?.column ?? null,
  };
};

/** Runs a plan that names no single client. */
export const answerSet = (set: SetRun): Promise<SetAnswer> => {
  const { series, versus } = set.run.plan;
  if (series) return answerSeries(set, answerOnce);
  return versus ? answerComparison(set, answerOnce) : answerOnce(set);
};

const answerOnce = (set: SetRun): Promise<SetAnswer> => {
  switch (set.run.plan.kind) {
    case 'count':
      return counted(set);
    case 'aggregate':
      return aggregated(set);
    case 'share':
      return answerShare(set);
    case 'groups':
      return answerGroups(set);
    default:
      return list(set);
  }
};
