/** Decides whether an answer is quicker seen as a picture, and draws it as Slack's chart block. */
import type { Answer } from '../../assistant/answer.ts';
import { fieldName } from '../../query/describe.ts';
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

export const barsOf = (title: string, name: string, parts: readonly ChartPoint[]): ChartBlock => {
  const data = labelled(parts.slice(0, CATEGORIES_MAX));
  return {
    type: 'data_visualization',
    title: clip(title, TITLE_MAX),
    chart: {
      type: 'bar',
      series: [{ name: clip(name, LABEL_MAX), data }],
      axis_config: { categories: data.map(({ label }) => label) },
    },
  };
};

/** The figure of a series from day to day, a line; what is not known on a day is left out. */
const lineOf = ({ plan, groups, columns }: Answer): ChartBlock[] => {
  const figure = columns.findLast(({ key }) => groups.some((group) => isNumber(group[key])));
  const data = groups.flatMap((group) => {
    const value = figure && group[figure.key];
    return isNumber(value) ? [{ label: group.name, value }] : [];
  });
  if (!plan?.series || !figure || data.length < 2) return [];
  const shown = data.slice(-CATEGORIES_MAX);
  return [
    {
      type: 'data_visualization',
      title: clip(figure.heading, TITLE_MAX),
      chart: {
        type: 'line',
        series: [{ name: clip(figure.heading, LABEL_MAX), data: shown }],
        axis_config: { categories: shown.map(({ label }) => label) },
      },
    },
  ];
};

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The mix of a grouped answer: a pie for parts of a whole, bars for the rest; nothing for one group or none. */
export const chartsOf = (answer: Answer): ChartBlock[] => {
  const { plan, groups, language } = answer;
  if (plan?.series) return lineOf(answer);
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
