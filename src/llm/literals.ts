/** The numbers, spans of days and clients of a question: what a plan may use, under a name that says nothing. */
import type { BusinessDate } from '../domain/business-date.ts';
import { lapsePeriod, lastPeriod } from '../query/understand/calendar.ts';
import type { CompareOp, Item, ItemOf } from '../query/understand/items.ts';

/**
 * - number: `op` is what the question says of it ("over"), null = nothing
 * - period: first and last day, null = open; duration: its last day is the business date, `days` null = not in days
 * - client: as the asker named it
 */
export type Literal =
  | { ref: string; kind: 'number'; value: number; op: CompareOp | null }
  | { ref: string; kind: 'period'; from: string | null; to: string | null }
  | {
      ref: string;
      kind: 'duration';
      days: number | null;
      from: string | null;
      to: string | null;
      op: CompareOp | null;
    }
  | { ref: string; kind: 'client'; by: 'id' | 'name'; text: string };

type Unnamed = Literal extends infer L ? (L extends Literal ? Omit<L, 'ref'> : never) : never;

const OP_WORDS: Record<CompareOp, string> = {
  gte: 'at least ',
  gt: 'more than ',
  lte: 'at most ',
  lt: 'less than ',
  eq: 'exactly ',
};

/** Gives each literal its name, in the order in which the question has them. */
export type Namer = { literals: Literal[]; name: (literal: Unnamed) => string };

export const createNamer = (): Namer => {
  const literals: Literal[] = [];
  return {
    literals,
    name: (literal) => {
      const nth = literals.filter(({ kind }) => kind === literal.kind).length + 1;
      const ref = `${literal.kind.toUpperCase()}_${nth}`;
      literals.push({ ...literal, ref } as Literal);
      return `<${ref}>`;
    },
  };
};

const number = (namer: Namer, value: number, op: CompareOp | null = null): string =>
  `${op ? OP_WORDS[op] : ''}${namer.name({ kind: 'number', value, op })}`;

const duration = (
  namer: Namer,
  on: BusinessDate,
  { n, unit }: Pick<ItemOf<'duration'>, 'n' | 'unit'>,
  op: CompareOp | null,
): string => {
  const period = (op && lapsePeriod(on, op, n, unit)) ?? lastPeriod(on, n, unit);
  const days = unit === 'day' ? n : null;
  return `${op ? OP_WORDS[op] : ''}${namer.name({ kind: 'duration', days, ...period, op })}`;
};

const span = (namer: Namer, from: string | null, to: string | null): string =>
  namer.name({ kind: 'period', from, to });

/** "Within 30 days" are the last 30, or the next where the field lies ahead. */
const period = (namer: Namer, { from, to, ahead }: ItemOf<'period'>): string =>
  ahead
    ? `${span(namer, from, to)} (for what lies ahead ${span(namer, ahead.from, ahead.to)})`
    : span(namer, from, to);

const TOP = { desc: 'top ', asc: 'bottom ' };

/** What is said in place of an item that holds a literal; null = it holds none. */
export const nameLiteral = (namer: Namer, item: Item, on: BusinessDate): string | null => {
  switch (item.type) {
    case 'number':
    case 'money':
      return number(namer, item.value);
    case 'headcount':
      return `${number(namer, item.n)} clients`;
    case 'bound':
      return item.bounds.map(({ op, value }) => number(namer, value, op)).join(' and ');
    case 'rank':
      return item.n === null ? null : `${TOP[item.direction]}${number(namer, item.n)}`;
    case 'duration':
      return duration(namer, on, item, null);
    case 'lapse':
      return duration(namer, on, item, item.op);
    case 'percent':
      return `${number(namer, item.value)} %`;
    case 'period':
      return period(namer, item);
    case 'asOf':
      return `as of ${span(namer, item.on, item.on)}`;
    case 'over':
      return `over ${span(namer, item.from, item.to)}`;
    case 'series':
      return `each ${item.unit} of ${span(namer, item.from, item.to)}`;
    case 'versus':
      return `compared with ${span(namer, item.from, item.to)}`;
    case 'reference':
      return namer.name({ kind: 'client', by: item.by, text: item.text });
    default:
      return null;
  }
};
