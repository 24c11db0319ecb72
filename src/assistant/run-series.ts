/** Answers what is told month by month: one run of the plan at each point of its span. */
import type { QueryPlan } from '../query/query-plan.ts';
import { atPoint, seriesSpans } from '../query/series.ts';
import { answerText } from '../text/answer.ts';
import type { Column, Group } from './answer.ts';
import { countColumn } from './columns.ts';
import { EMPTY_SET, type SetAnswer, type SetRun } from './set-answer.ts';

/** The column of the days; a group's key is its day. */
export const seriesColumn = ({ locale }: Pick<SetRun, 'locale'>): Column => ({
  key: 'day',
  heading: answerText[locale].day,
  kind: 'date',
  labels: null,
  whenNull: '',
});

/** The plan of each point with the day that names it. */
export const pointsOf = (
  plan: QueryPlan,
  on: Temporal.PlainDate,
): { key: string; plan: QueryPlan }[] =>
  plan.series
    ? seriesSpans(plan.series).map((span) => ({ key: span.to, plan: atPoint(plan, span, on) }))
    : [];

const columnsOf = ({ columns, valueColumn }: SetAnswer, set: SetRun): Column[] => {
  const measured = columns.filter(({ key }) => key !== 'count');
  const others = measured.length === 0 && valueColumn ? [valueColumn] : measured;
  const figures = others.filter(({ key }) => key !== 'count');
  return [seriesColumn(set), countColumn(set.locale), ...figures];
};

/** A group a point, keyed by its day and in order of time; `total` is that of the last. */
export const answerSeries = async (
  set: SetRun,
  answer: (point: SetRun) => Promise<SetAnswer>,
): Promise<SetAnswer> => {
  const { run } = set;
  const groups: Group[] = [];
  let last: SetAnswer = EMPTY_SET;
  for (const { key, plan } of pointsOf(run.plan, run.on)) {
    last = await answer({ ...set, run: { ...run, plan } });
    const { valueColumn, value, total } = last;
    groups.push({
      ...(last.groups[0] ?? {}),
      key,
      name: key,
      count: total ?? 0,
      ...(valueColumn ? { [valueColumn.key]: value } : {}),
    });
  }
  return { ...EMPTY_SET, total: last.total, columns: columnsOf(last, set), groups };
};
