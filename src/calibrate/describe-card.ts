/** Decides how a scorecard reads: a table a line, with the bins in words and their points. */
import { featureNames } from '../text/scorecard-features.ts';
import { FEATURES, type FeatureName, mayBeUnknown } from '../tiering/scorecard/features.ts';
import type { ScoreCell, Scorecard, ScoreLine } from '../tiering/scorecard/scorecard.ts';

const names = featureNames.en;

const grouped = (value: number): string => value.toLocaleString('en-US');

/** A value of the measure as a person writes it: `50,000`, `40 %`, `91 days`. */
const written = (name: FeatureName, value: number): string => {
  const { unit } = FEATURES[name];
  if (unit === 'share') return `${grouped(value)} %`;
  return unit === 'days' ? `${value} days` : grouped(value);
};

/** `edges.length + 1` bins, lowest first. */
const binNames = (name: FeatureName, edges: readonly number[]): string[] => {
  const first = edges[0];
  if (first === undefined) return ['any'];
  const between = edges.slice(1).map((edge, i) => {
    return `${written(name, edges[i] ?? 0)} to below ${written(name, edge)}`;
  });
  const last = edges.at(-1) ?? first;
  return [`below ${written(name, first)}`, ...between, `${written(name, last)} or more`];
};

const signed = (points: number): string =>
  points > 0 ? `+${points}` : `${points}`.replace('-', '−');

const rowsOf = (name: FeatureName, cell: ScoreCell, when: string | null): string[] => {
  const start = when === null ? '' : `| ${when} `;
  const bins = binNames(name, cell.edges);
  const rows = bins.map((bin, i) => `${start}| ${bin} | ${signed(cell.points[i] ?? 0)} |`);
  return mayBeUnknown(name)
    ? [...rows, `${start}| not recorded | ${signed(cell.unknown ?? 0)} |`]
    : rows;
};

const contextNames = ({ within }: ScoreLine): (string | null)[] => {
  if (!within) return [null];
  const bands = binNames(within.feature, within.edges);
  return mayBeUnknown(within.feature) ? [...bands, 'not recorded'] : bands;
};

/** One line as a Markdown table. */
export const describeLine = (line: ScoreLine): string => {
  const { within } = line;
  const title = `**${line.code} ${names[line.feature]}**${within ? `, by ${names[within.feature]}` : ''}`;
  const head = within
    ? [`| ${names[within.feature]} | ${names[line.feature]} | points |`, '|---|---|---:|']
    : [`| ${names[line.feature]} | points |`, '|---|---:|'];
  const rows = contextNames(line).flatMap((when, i) => {
    const cell = line.cells[i];
    return cell ? rowsOf(line.feature, cell, when) : [];
  });
  return [title, '', ...head, ...rows].join('\n');
};

/** The whole card as Markdown. */
export const describeCard = (card: Pick<Scorecard, 'base' | 'lines'>): string =>
  [
    `Start with **${card.base}** points and add one number a line.`,
    ...card.lines.map(describeLine),
  ].join('\n\n');
