/** Decides whether an answer is quicker seen as a picture, and draws it as Slack's chart block. */
import type { Answer, Group } from '../../assistant/answer.ts';
import type { Locale } from '../../domain/actor.ts';
import { CORPORATE_TIERS, INDIVIDUAL_TIERS } from '../../domain/client.ts';
import { fieldName } from '../../query/describe.ts';
import type { Versus } from '../../query/query-plan.ts';
import { tierNames } from '../../text/fields.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { type ChartBlock, type ChartPoint, clip } from './blocks.ts';

const TITLE_MAX = 50;
const LABEL_MAX = 20;
const CATEGORIES_MAX = 20;
/** What Slack takes; more slices are not told apart by eye either. */
const SLICES_MAX = 6;

/** Labels name a segment, so that two that are cut to the same text are numbered. */
const labelled = (parts: readonly ChartPoint[]): ChartPoint[] => {
  const seen = new Map<string, number>();
  return parts.map(({ label, value }) => {
    const text = clip(label, LABEL_MAX);
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    if (count === 1) return { label: text, value };
    const number = ` ${count}`;
    return { label: `${clip(label, LABEL_MAX - number.length)}${number}`, value };
  });
};

const isShare = (groupedBy: string): boolean =>
  ['tier', 'computedTier', 'kind', 'activity', 'churnBand', 'lifecycle'].includes(groupedBy);

/** A slice each for what makes up a whole. */
export const pieOf = (title: string, parts: readonly ChartPoint[]): ChartBlock => ({
  type: 'data_visualization',
  title: clip(title, TITLE_MAX),
  chart: { type: 'pie', segments: labelled(parts.slice(0, SLICES_MAX)) },
});

type Line = { name: string; values: readonly number[] };

/** Every series has a value for each of the categories, in their order. */
const plotOf = (
  type: 'bar' | 'line',
  title: string,
  categories: readonly string[],
  lines: readonly Line[],
): ChartBlock => {
  const names = labelled(lines.map(({ name }) => ({ label: name, value: 0 })));
  const points = (values: readonly number[]): ChartPoint[] =>
    labelled(
      categories
        .slice(0, CATEGORIES_MAX)
        .map((label, index) => ({ label, value: values[index] ?? 0 })),
    );
  return {
    type: 'data_visualization',
    title: clip(title, TITLE_MAX),
    chart: {
      type,
      series: lines.map(({ values }, index) => ({
        name: names[index]?.label ?? '',
        data: points(values),
      })),
      axis_config: { categories: points([]).map(({ label }) => label) },
    },
  };
};

export const barsOf = (title: string, name: string, parts: readonly ChartPoint[]): ChartBlock => {
  const categories = parts.map(({ label }) => label);
  return plotOf('bar', title, categories, [{ name, values: parts.map(({ value }) => value) }]);
};

/** The day of one side; of a span its last. */
const dayOf = (when: Versus, otherwise: string): string =>
  when.period?.to ?? when.asOf ?? otherwise;

const numberOf = (group: Group, key: string): number => {
  const value = group[key];
  return typeof value === 'number' ? value : 0;
};

/** Then and now, beside each other for each group, or as a line from one to the other. */
const comparison = ({ plan, groups, columns, businessDate, language }: Answer): ChartBlock[] => {
  const [by, second] = plan?.groupBy ?? [];
  if (!plan?.versus || second || groups.length === 0 || groups.length > CATEGORIES_MAX) return [];
  const today = businessDate ?? '';
  const days = [dayOf(plan.versus, today), dayOf(plan, today)];
  const words = slackAnswerText[language];
  const key = plan.kind === 'share' ? 'share' : (plan.measures[0]?.field ?? 'count');
  const heading = columns.find((column) => column.key === key)?.heading ?? words.clients;
  if (!by) {
    const values = groups.map((group) => numberOf(group, key));
    return [plotOf('line', heading, days, [{ name: heading, values }])];
  }
  const title = words.figureBy(heading, fieldName(by, language));
  const side = (name: string, at: string): Line => ({
    name,
    values: groups.map((group) => numberOf(group, at)),
  });
  const names = groups.map(({ name }) => name);
  return [plotOf('bar', title, names, [side(days[0] ?? '', `${key}Then`), side(today, key)])];
};

/** The figure of a series from day to day, a line; what is not known on a day is left out. */
const trend = ({ plan, groups, columns }: Answer): ChartBlock[] => {
  const figure = columns.findLast(({ key }) =>
    groups.some((group) => typeof group[key] === 'number'),
  );
  const data = groups.flatMap((group) => {
    const value = figure && group[figure.key];
    return typeof value === 'number' ? [{ label: group.name, value }] : [];
  });
  if (!plan?.series || !figure || data.length < 2) return [];
  const shown = data.slice(-CATEGORIES_MAX);
  const days = shown.map(({ label }) => label);
  const values = shown.map(({ value }) => value);
  return [plotOf('line', figure.heading, days, [{ name: figure.heading, values }])];
};

/** Of each tier how many came into it and how many left it. */
const migration = ({ moves, language }: Answer): ChartBlock[] => {
  if (!moves || moves.length === 0) return [];
  const words = slackAnswerText[language];
  const touched = new Set(moves.flatMap(({ from, to }) => [from, to]));
  const tiers = [...INDIVIDUAL_TIERS, ...CORPORATE_TIERS].filter((tier) => touched.has(tier));
  const count = (side: 'from' | 'to'): number[] =>
    tiers.map((tier) =>
      moves.reduce((sum, move) => sum + (move[side] === tier ? move.count : 0), 0),
    );
  const names = tiers.map((tier) => tierNames[language][tier]);
  const lines = [
    { name: words.movedIn, values: count('to') },
    { name: words.movedOut, values: count('from') },
  ];
  return [plotOf('bar', words.movesTitle, names, lines)];
};

/** The mix of a grouped answer: a pie for parts of a whole, bars for the rest; nothing for one group or none. */
const mix = ({ plan, groups, language }: Answer): ChartBlock[] => {
  const [by, second] = plan?.groupBy ?? [];
  const parts = groups
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => ({ label: name, value: count }));
  if (!by || second || parts.length < 2 || parts.length > CATEGORIES_MAX) return [];
  const words = slackAnswerText[language];
  const title = words.chartTitle(fieldName(by, language));
  return isShare(by) && parts.length <= SLICES_MAX
    ? [pieOf(title, parts)]
    : [barsOf(title, words.clients, parts)];
};

/** At most one picture: how it went on, what moved, what was and is, or how a whole is made up. */
export const chartsOf = (answer: Answer): ChartBlock[] => {
  if (answer.plan?.series) return trend(answer);
  if (answer.moves && answer.plan?.groupBy.length === 0) return migration(answer);
  return answer.plan?.versus ? comparison(answer) : mix(answer);
};

/** The numbers of a chart in words, for those who cannot see it. */
export const chartWords = ({ title, chart }: ChartBlock, locale: Locale): string => {
  const words = slackAnswerText[locale];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const said = (points: readonly ChartPoint[]): string =>
    words.list(points.map(({ label, value }) => `${label} ${number.format(value)}`));
  if (chart.type === 'pie') return words.named(title, said(chart.segments));
  if (chart.series.length === 1) return words.named(title, said(chart.series[0]?.data ?? []));
  const lines = chart.series.map(({ name, data }) => words.named(name, said(data)));
  return words.named(title, lines.join(words.semicolon));
};

/** Each kind of move with how many made it, most frequent first. */
export const movesWords = ({ moves, language }: Answer): string => {
  const names = tierNames[language] as Record<string, string>;
  const lines = (moves ?? [])
    .toSorted((a, b) => b.count - a.count)
    .map(({ from, to, count }) => `${names[from] ?? from} → ${names[to] ?? to} ${count}`);
  return slackAnswerText[language].list(lines);
};
