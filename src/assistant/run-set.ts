/** Answers plans about a set of clients: lists, counts, sums, shares, groups. */
import {
  type MeasuredGroup,
  type PlanRun,
  runAggregate,
  runCount,
  runGroups,
  runList,
  runShare,
} from '../db/run-plan.ts';
import type { Locale } from '../domain/actor.ts';
import { fieldOf } from '../query/catalog.ts';
import { codeName } from '../query/describe.ts';
import type { Measure } from '../query/query-plan.ts';
import { answerText } from '../text/answer.ts';
import type { Answer, Group, Row } from './answer.ts';
import {
  columnOf,
  countColumn,
  measureColumn,
  measuredCell,
  rowOf,
  shareColumn,
  shownFields,
} from './columns.ts';

export type SetAnswer = Pick<
  Answer,
  'total' | 'columns' | 'rows' | 'coverRows' | 'groups' | 'value' | 'valueColumn'
>;

const EMPTY: SetAnswer = {
  total: null,
  columns: [],
  rows: [],
  coverRows: [],
  groups: [],
  value: null,
  valueColumn: null,
};

/** Clients of colleagues in the asker's care are listed apart; `coveredManagers` empty = there are none. */
export type SetRun = { run: PlanRun; coveredManagers: string[]; locale: Locale };

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
    ...EMPTY,
    total: mine.total,
    columns: keys.map((key) => columnOf(key, locale)),
    rows: cells(mine.rows),
    coverRows: cells(covered.rows),
  };
};

const counted = async ({ run, locale }: SetRun): Promise<SetAnswer> => {
  const total = await runCount(run);
  return { ...EMPTY, total, value: total, valueColumn: countColumn(locale) };
};

const aggregated = async ({ run, locale }: SetRun): Promise<SetAnswer> => {
  const { total, measures } = await runAggregate(run);
  const cells = run.plan.measures.map((measure, index) => ({
    column: measureColumn(measure, locale),
    value: measuredCell(measure, measures[index] ?? { sum: 0n, n: 0 }, run.digits),
  }));
  const [first] = cells;
  const group: Group = {
    key: null,
    name: '',
    count: total,
    ...Object.fromEntries(cells.map(({ column, value }) => [column.key, value])),
  };
  return {
    ...EMPTY,
    total,
    columns: [countColumn(locale), ...cells.map(({ column }) => column)],
    groups: cells.length > 1 ? [group] : [],
    value: first?.value ?? null,
    valueColumn: first?.column ?? null,
  };
};

const HUNDRED = 100;

const shared = async ({ run, locale }: SetRun): Promise<SetAnswer> => {
  const { part, whole } = await runShare(run);
  const value = whole === 0 ? null : Math.round((part / whole) * HUNDRED * 10) / 10;
  return { ...EMPTY, total: part, value, valueColumn: shareColumn(locale) };
};

const nameOfKey = ({ run, locale }: SetRun, index: number, key: string | null): string | null => {
  const field = fieldOf(run.plan.groupBy[index] ?? 'tier');
  return key === null || field.codes.length === 0 ? null : codeName(field, key, locale);
};

const groupOf = (set: SetRun, found: MeasuredGroup): Group => {
  const { run, locale } = set;
  const names = found.keys.map(
    (key, index) =>
      nameOfKey(set, index, key) ?? found.names[index] ?? key ?? answerText[locale].noGroup,
  );
  const single = found.keys.length === 1;
  const cell = (measure: Measure, index: number) =>
    measuredCell(measure, found.measures[index] ?? { sum: 0n, n: 0 }, run.digits);
  return {
    key: single ? (found.keys[0] ?? null) : found.keys.map((key) => key ?? '').join('/'),
    name: names.join(' / '),
    count: found.count,
    ...(single ? {} : { keys: found.keys }),
    ...Object.fromEntries(run.plan.measures.map((m, index) => [m.field, cell(m, index)])),
  };
};

/** A question about "each tier" lists every tier, the empty ones too, in the catalog's order. */
const withEmpty = ({ run }: SetRun, found: MeasuredGroup[]): MeasuredGroup[] => {
  const [only, second] = run.plan.groupBy;
  const codes = only && !second ? fieldOf(only).codes : [];
  const measures = run.plan.measures.map(() => ({ sum: 0n, n: 0 }));
  const known = new Set(found.map(({ keys }) => keys[0]));
  const empty = codes
    .filter((code) => !known.has(code))
    .map((code): MeasuredGroup => ({ keys: [code], names: [code], count: 0, measures }));
  return [...found, ...empty];
};

/** Codes in the catalog's order, names by code point, "none" last. */
const inOrder = ({ run }: SetRun, groups: MeasuredGroup[]): MeasuredGroup[] => {
  const rank = (key: string | null, index: number): string => {
    const codes = fieldOf(run.plan.groupBy[index] ?? 'tier').codes;
    if (key === null) return '\uffff';
    return codes.length > 0 ? String(codes.indexOf(key)).padStart(4, '0') : key;
  };
  const place = ({ keys }: MeasuredGroup): string => keys.map(rank).join('\u0000');
  return groups.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
};

const grouped = async (set: SetRun): Promise<SetAnswer> => {
  const { run, locale } = set;
  const found = await runGroups(run);
  const groups = inOrder(set, withEmpty(set, found)).map((group) => groupOf(set, group));
  return {
    ...EMPTY,
    total: groups.reduce((sum, { count }) => sum + count, 0),
    columns: [
      ...run.plan.groupBy.map((key) => columnOf(key, locale)),
      countColumn(locale),
      ...run.plan.measures.map((measure) => measureColumn(measure, locale)),
    ],
    groups,
  };
};

/** Runs a plan that names no single client. */
export const answerSet = (set: SetRun): Promise<SetAnswer> => {
  switch (set.run.plan.kind) {
    case 'count':
      return counted(set);
    case 'aggregate':
      return aggregated(set);
    case 'share':
      return shared(set);
    case 'groups':
      return grouped(set);
    default:
      return list(set);
  }
};
