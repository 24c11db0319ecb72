/** Puts groups into the order of the catalog, names them, and gives each its measures or its share. */
import { type MeasuredGroup, type MeasuredShare, runGroups, runShare } from '../db/run-plan.ts';
import { fieldOf } from '../query/catalog.ts';
import { codeName } from '../query/describe.ts';
import type { Measure } from '../query/query-plan.ts';
import { answerText } from '../text/answer.ts';
import type { Cell, Group } from './answer.ts';
import { columnOf, countColumn, measureColumn, measuredCell, shareColumn } from './columns.ts';
import { EMPTY_SET, type SetAnswer, type SetRun } from './set-answer.ts';

const HUNDRED = 100;

/** A percentage with one decimal; null = there is nothing to be a share of. */
export const percentOf = ({ part, whole }: { part: number; whole: number }): number | null =>
  whole === 0 ? null : Math.round((part / whole) * HUNDRED * 10) / 10;

const nameOfKey = ({ run, locale }: SetRun, index: number, key: string | null): string | null => {
  const field = fieldOf(run.plan.groupBy[index] ?? 'tier');
  return key === null || field.codes.length === 0 ? null : codeName(field, key, locale);
};

type Keyed = Pick<MeasuredGroup, 'keys' | 'names' | 'count'>;

const named = (set: SetRun, found: Keyed): Group => {
  const { locale } = set;
  const names = found.keys.map(
    (key, index) =>
      nameOfKey(set, index, key) ?? found.names[index] ?? key ?? answerText[locale].noGroup,
  );
  const single = found.keys.length === 1;
  return {
    key: single ? (found.keys[0] ?? null) : found.keys.map((key) => key ?? '').join('/'),
    name: names.join(' / '),
    count: found.count,
    ...(single ? {} : { keys: found.keys }),
  };
};

const measuresOf = ({ run }: SetRun, found: MeasuredGroup): Record<string, Cell> =>
  Object.fromEntries(
    run.plan.measures.map((measure: Measure, index) => [
      measure.field,
      measuredCell(measure, found.measures[index] ?? { sum: '0', n: 0 }, {
        digits: run.digits,
        asked: found.count,
      }),
    ]),
  );

/** A question about "each tier" lists every tier, the empty ones too, in the catalog's order. */
const withEmpty = <G extends Keyed>(
  { run }: SetRun,
  found: G[],
  none: Omit<G, keyof Keyed>,
): G[] => {
  const [only, second] = run.plan.groupBy;
  const codes = only && !second ? fieldOf(only).codes : [];
  const known = new Set(found.map(({ keys }) => keys[0]));
  const empty = codes
    .filter((code) => !known.has(code))
    .map((code) => ({ ...none, keys: [code], names: [code], count: 0 }) as G);
  return [...found, ...empty];
};

/** Codes in the catalog's order, names by code point, "none" last. */
const inOrder = <G extends Keyed>({ run }: SetRun, groups: G[]): G[] => {
  const rank = (key: string | null, index: number): string => {
    const codes = fieldOf(run.plan.groupBy[index] ?? 'tier').codes;
    if (key === null) return '\uffff';
    return codes.length > 0 ? String(codes.indexOf(key)).padStart(4, '0') : key;
  };
  const place = ({ keys }: Keyed): string => keys.map(rank).join('\u0000');
  return groups.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
};

const groupColumns = ({ run, locale }: SetRun) =>
  run.plan.groupBy.map((key) => columnOf(key, locale));

export const answerGroups = async (set: SetRun): Promise<SetAnswer> => {
  const { run, locale } = set;
  const none = { measures: run.plan.measures.map(() => ({ sum: '0', n: 0 })) };
  const found = withEmpty<MeasuredGroup>(set, await runGroups(run), none);
  const groups = inOrder(set, found).map((group) => ({
    ...named(set, group),
    ...measuresOf(set, group),
  }));
  return {
    ...EMPTY_SET,
    total: groups.reduce((sum, { count }) => sum + count, 0),
    columns: [
      ...groupColumns(set),
      countColumn(locale),
      ...run.plan.measures.map((measure) => measureColumn(measure, locale)),
    ],
    groups,
  };
};

/** The share that matches, of the book or of each group of it; `total` counts what matches. */
export const answerShare = async (set: SetRun): Promise<SetAnswer> => {
  const { run, locale } = set;
  const [measure] = run.plan.measures;
  const column = shareColumn(locale, measure?.field ?? null);
  const found = await runShare(run);
  if (run.plan.groupBy.length === 0) {
    const [all] = found;
    const value = percentOf(all ?? { part: 0, whole: 0 });
    return { ...EMPTY_SET, total: all?.count ?? 0, value, valueColumn: column };
  }
  const listed = inOrder(set, withEmpty<MeasuredShare>(set, found, { part: 0, whole: 0 }));
  return {
    ...EMPTY_SET,
    total: listed.reduce((sum, { count }) => sum + count, 0),
    columns: [...groupColumns(set), countColumn(locale), column],
    groups: listed.map((group) => ({ ...named(set, group), share: percentOf(group) })),
  };
};
