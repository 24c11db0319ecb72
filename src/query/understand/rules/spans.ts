/** Stage 1: words of time become spans of days. */
import type { BusinessDate } from '../../../domain/business-date.ts';
import { dayBefore, lastPeriod, nextPeriod, type Period, withinPeriod } from '../calendar.ts';
import type { Item, Meaning, TimeUnit } from '../items.ts';
import { type Rule, rule } from '../rewrite.ts';

const YEAR_MIN = 1900;
const YEAR_MAX = 2100;

/** The days named by an edge: "since March", 2019年之前; null = no year reads so. */
const edged = (
  edge: 'before' | 'after' | 'since',
  period: Period,
  on: BusinessDate,
): Meaning | null => {
  const { from, to, closing } = period;
  if (edge === 'since')
    return from && from <= on.toString()
      ? { type: 'period', from, to: on.toString(), point: from === to, ...closed(closing) }
      : null;
  if (edge === 'before') return from ? until(on, shift(from, -1), period.ahead) : null;
  return to ? { type: 'period', from: shift(to, 1), to: null } : null;
};

/** Through the day; of what lies ahead, only what is still to come counts where the day is. */
const until = (on: BusinessDate, to: string, coming?: Period['ahead']): Meaning => {
  const last = coming?.from ? shift(coming.from, -1) : to;
  return last >= on.toString()
    ? { type: 'period', from: null, to, ahead: { from: on.toString(), to: last } }
    : { type: 'period', from: null, to };
};

/** 下月底前, 6月底前: through that end. */
const throughEnd = (on: BusinessDate, { to, ahead }: Period): Meaning | null => {
  const last = ahead?.to ?? to;
  if (last === null) return null;
  return last >= on.toString()
    ? { type: 'period', from: null, to, ahead: { from: on.toString(), to: last } }
    : { type: 'period', from: null, to };
};

const closed = (closing: boolean | undefined): { closing?: boolean } =>
  closing ? { closing } : {};

const shift = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

const yearPeriod = (value: number): { from: string; to: string } | null =>
  Number.isInteger(value) && value >= YEAR_MIN && value <= YEAR_MAX
    ? { from: `${value}-01-01`, to: `${value}-12-31` }
    : null;

const span = (period: Period): Meaning => ({ type: 'period', ...period });

const single = (day: string | null, closing = false): Meaning | null =>
  day === null ? null : { type: 'period', from: day, to: day, ...closed(closing) };

const last = (on: BusinessDate, n: number, unit: TimeUnit): Meaning =>
  span(lastPeriod(on, n, unit));

const INSIDE = ['inside', 'among'] as const;

export const periodRules = (on: BusinessDate): Rule[] => [
  rule(['last', 'duration', INSIDE], ([, { n, unit }]) => last(on, n, unit)),
  rule(['last', 'duration'], ([, { n, unit }]) => last(on, n, unit)),
  rule(['last', 'unit'], ([, { unit }]) => last(on, 1, unit)),
  rule(['next', 'duration', INSIDE], ([, { n, unit }]) => span(nextPeriod(on, n, unit))),
  rule(['next', 'duration'], ([, { n, unit }]) => span(nextPeriod(on, n, unit))),
  rule(['next', 'unit'], ([, { unit }]) => span(nextPeriod(on, 1, unit))),
  rule(['withinWord', 'last', 'duration'], ([, , { n, unit }]) => last(on, n, unit)),
  rule(['withinWord', 'duration'], ([, { n, unit }]) => span(withinPeriod(on, n, unit))),
  rule(['withinWord', 'unit'], ([, { unit }]) => span(withinPeriod(on, 1, unit))),
  rule(['duration', 'inside'], ([{ n, unit }]) => span(withinPeriod(on, n, unit))),
  rule(['period', 'inside'], ([period]) => span(period)),
  rule(['duration', ['ago', 'front']], ([{ n, unit }]) =>
    single(dayBefore(on, n, unit).toString()),
  ),
  rule(['period', 'endAfter', ['front', 'dateEdge']], ([period, , edge]) =>
    edge.type === 'front' || (edge.edge === 'before' && edge.side === 'after')
      ? throughEnd(on, period)
      : null,
  ),
  rule(['period', 'front'], ([period]) => edged('before', period, on)),
  rule(['endOf', 'period'], ([, period]) => single(ended(period, on), true)),
  rule(['period', 'endAfter'], ([period]) => single(ended(period, on), true)),
  rule(['startOf', 'period'], ([, { from }]) => single(from)),
  rule(['period', 'startAfter'], ([{ from }]) => single(from)),
  rule(['between', 'period', ['and', 'to'], 'period'], ([, a, , b]) => joined(a, b)),
  rule(['dateEdge', 'period', 'to', 'period'], ([{ edge }, a, , b]) =>
    edge === 'since' ? joined(a, b) : null,
  ),
  rule(['period', 'to', 'period', 'between'], ([a, , b]) => joined(a, b)),
  rule(['period', 'to', 'period'], ([a, , b]) => joined(a, b)),
  rule(['sinceEver', 'period'], ([, { to }]) => ({ type: 'period', from: null, to })),
  rule(['asAt', 'period', 'then'], ([, { to }]) => asAt(to, true)),
  rule(['allAsAt', 'period'], ([, { to }]) => asAt(to, true)),
  rule(['asAt', 'period'], ([, { to }]) => asAt(to, true)),
  rule(['period', 'then'], ([{ to }]) => asAt(to, false)),
  rule(['overPeriod', 'period', 'to', 'period'], ([, a, , b]) => over(joined(a, b))),
  rule(['overPeriod', 'between', 'period', ['and', 'to'], 'period'], ([, , a, , b]) =>
    over(joined(a, b)),
  ),
  rule(['overPeriod', 'period'], ([, { from, to }]) =>
    to === null ? null : { type: 'over', from, to },
  ),
  rule(['dateEdge', 'period', 'dateEdge'], ([first, period, second]) =>
    first.edge === 'since' && second.edge === 'since' ? edged('since', period, on) : null,
  ),
  rule(['dateEdge', 'period'], ([{ edge, side }, period]) =>
    side === 'before' ? edged(edge, period, on) : null,
  ),
  rule(['period', 'dateEdge'], ([period, { edge, side }]) =>
    side === 'after' ? edged(edge, period, on) : null,
  ),
  rule(['dateEdge', 'number'], ([{ edge, side }, { value }]) => {
    const year = yearPeriod(value);
    return year && side === 'before' ? edged(edge, year, on) : null;
  }),
];

/** The end of a span that is over; null = the end of one that is not over is not known yet. */
const ended = ({ to, ahead }: Period, on: BusinessDate): string | null => {
  const today = on.toString();
  const runs = ahead && ahead.from !== null && ahead.from <= today && ahead.to > today;
  return runs || to === null || to > today ? null : to;
};

const asAt = (day: string | null, stated: boolean): Meaning | null =>
  day === null ? null : { type: 'asOf', on: day, stated };

const over = (meaning: Meaning | null): Meaning | null =>
  meaning?.type === 'period' && meaning.to !== null
    ? { type: 'over', from: meaning.from, to: meaning.to }
    : null;

const joined = (a: Period, b: Period): Meaning | null => {
  if (!a.from || !b.to) return null;
  const from = a.ahead?.from ?? a.from;
  const ahead = b.ahead && from && from <= b.ahead.to ? { from, to: b.ahead.to } : null;
  if (a.from <= b.to)
    return {
      type: 'period',
      from: a.from,
      to: b.to,
      ...closed(a.closing),
      ...(ahead ? { ahead } : {}),
    };
  return ahead && { type: 'period', from: ahead.from, to: ahead.to, ahead };
};

const against = (period: Item): Meaning | null => {
  if (period.type === 'asOf') return { type: 'versus', from: period.on, to: period.on };
  if (period.type !== 'period' || period.to === null) return null;
  return { type: 'versus', from: period.from, to: period.to };
};

const DAYS = ['period', 'asOf'] as const;

/** What a figure is compared with; 和6月底相比 has its word behind. */
export const versusRules: readonly Rule[] = [
  rule(['versusWord', ['to', 'by'], DAYS], ([, , days]) => against(days)),
  rule(['versusWord', DAYS, 'versusWord'], ([, days]) => against(days)),
  rule(['versusWord', DAYS], ([, days]) => against(days)),
  rule(['and', DAYS, 'versusWord'], ([, days]) => against(days)),
  rule(['versusWord', 'preceding', 'versusWord'], ([, preceding]) => preceding),
  rule(['versusWord', 'preceding'], ([, preceding]) => preceding),
  rule(['and', 'preceding', 'versusWord'], ([, preceding]) => preceding),
  rule(['inStep', DAYS], ([, days]) => against(days)),
  rule(['inStep', 'trend'], ([, trend]) => trend),
  rule(['inStep', 'changed'], () => ({ type: 'changed' })),
  rule(['versusWord', 'versus'], ([, versus]) => versus),
];
