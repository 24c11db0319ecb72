/** Turns scored questions into a table with Wilson intervals. */
import { OUTCOMES, type Outcome, type Scored } from './score.ts';

const Z = 1.96;

/** The 95 % Wilson interval of `hits` out of `n`, as fractions; [0, 1] of nothing. */
export const wilson = (hits: number, n: number): [low: number, high: number] => {
  if (n === 0) return [0, 1];
  const rate = hits / n;
  const spread = 1 + (Z * Z) / n;
  const centre = (rate + (Z * Z) / (2 * n)) / spread;
  const margin = (Z / spread) * Math.sqrt((rate * (1 - rate)) / n + (Z * Z) / (4 * n * n));
  return [Math.max(0, centre - margin), Math.min(1, centre + margin)];
};

const percent = (fraction: number): string => (fraction * 100).toFixed(1);

type Cells = string[];

const rowOf = (name: string, scored: readonly Scored[]): Cells => {
  const n = (outcome: Outcome) => scored.filter((one) => one.outcome === outcome).length;
  const answerable = scored.length - n('rightly_refused') - n('otherwise_refused');
  const [low, high] = wilson(n('right'), answerable);
  const right = answerable === 0 ? '–' : percent(n('right') / answerable);
  const interval = answerable === 0 ? '' : `${percent(low)}–${percent(high)}`;
  return [name, String(scored.length), ...OUTCOMES.map((o) => String(n(o))), right, interval];
};

const HEAD: Cells = [
  '',
  'asked',
  'right',
  'rightly ref.',
  'otherw. ref.',
  'over-refused',
  'failed',
  'SILENT',
  'right %',
  '95 %',
];

const aligned = (rows: readonly Cells[]): string => {
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: Cells): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ');
  return rows.map(line).join('\n');
};

const split = (scored: readonly Scored[], by: (one: Scored) => string): Cells[] =>
  [...Map.groupBy(scored, by)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, some]) => rowOf(name, some));

/** By language, path and category; "right %" is of those questions that have an answer. */
export const table = (scored: readonly Scored[]): string =>
  aligned([
    HEAD,
    rowOf('all', scored),
    ...split(scored, ({ language }) => `language ${language}`),
    ...split(scored, ({ path }) => `path ${path}`),
    ...split(scored, ({ category }) => category),
  ]);

/** Each question once, by its worst outcome over the banks: what is to be looked at. */
export const worst = (scored: readonly Scored[], outcome: Outcome): Scored[] => [
  ...new Map(
    scored.filter((one) => one.outcome === outcome).map((one) => [one.id, one] as const),
  ).values(),
];
