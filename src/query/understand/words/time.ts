/** Words of time: units, spans that end on the business date, named calendar periods. */
import type { TimeUnit } from '../items.ts';
import { marks, means, type WordEntry } from './entry.ts';

const units: Record<TimeUnit, string> = {
  day: 'day|天',
  week: 'week|周|个星期|星期|个周',
  month: 'month|个月',
  quarter: 'quarter|个季度|季度',
  year: 'year|年',
};

const one = (unit: TimeUnit): string => (unit === 'year' ? `a ${unit}` : `a ${unit}|one ${unit}`);

const NAMED_PERIODS = {
  thisWeek: 'this week|本周|这周|这个星期|本星期',
  lastWeek: 'last week|上周|上星期|上个星期',
  thisMonth: 'this month|month to date|本月|这个月|当月',
  lastMonth: 'last month|previous month|上月|上个月',
  thisQuarter: 'this quarter|quarter to date|本季度|这个季度|本季|当季',
  lastQuarter: 'last quarter|previous quarter|上季度|上个季度|上季',
  thisYear: 'this year|year to date|ytd|今年|本年|今年以来|年初至今|年初以来|本年度',
  lastYear: 'last year|previous year|去年|上年|去年全年',
} as const;
export type NamedPeriod = keyof typeof NAMED_PERIODS;

/** A named period waits for the business date; see calendar.ts. */
export const namedPeriods: readonly { name: NamedPeriod; words: readonly string[] }[] =
  Object.entries(NAMED_PERIODS).map(([name, words]) => ({
    name: name as NamedPeriod,
    words: words.split('|'),
  }));

export const timeWords: readonly WordEntry[] = [
  ...Object.entries(units).map(([unit, words]) =>
    means({ type: 'unit', unit: unit as TimeUnit }, words),
  ),
  ...(Object.keys(units) as TimeUnit[]).map((unit) =>
    means({ type: 'duration', n: 1, unit }, one(unit)),
  ),
  means({ type: 'duration', n: 6, unit: 'month' }, 'half a year|half year|半年'),
  means({ type: 'duration', n: 18, unit: 'month' }, 'a year and a half|一年半'),
  marks('last', 'last|past|the last|in the last|within the last|over the last|over the past'),
  marks('last', 'in the past|during the last|during the past|within|for the last|for the past'),
  marks('last', '近|最近|过去|近来|最近的'),
  marks('inside', '内|以内|之内|期间'),
  marks('ago', 'ago'),
  means({ type: 'dateEdge', edge: 'since', side: 'before' }, 'since|from|starting|自|自从|从'),
  means({ type: 'dateEdge', edge: 'since', side: 'after' }, '以来|至今|起'),
  means({ type: 'dateEdge', edge: 'before', side: 'before' }, 'before|prior to|earlier than|早于'),
  means({ type: 'dateEdge', edge: 'before', side: 'after' }, '之前|以前'),
  means({ type: 'dateEdge', edge: 'after', side: 'before' }, 'after|later than|晚于'),
  means({ type: 'dateEdge', edge: 'after', side: 'after' }, '之后|以后'),
];
