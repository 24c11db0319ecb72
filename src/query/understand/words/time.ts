/** Words of time: units, spans that end on the business date, named calendar periods. */
import type { TimeUnit } from '../items.ts';
import { marks, means, type WordEntry } from './entry.ts';

const units: Record<TimeUnit, string> = {
  day: 'day|天|日|calendar day',
  week: 'week|周|个星期|星期|个周',
  month: 'month|个月',
  quarter: 'quarter|个季度|季度',
  year: 'year|年',
};

const one = (unit: TimeUnit): string => (unit === 'year' ? `a ${unit}` : `a ${unit}|one ${unit}`);

/** "Before month end", "by the end of the quarter". */
const untilEnd = (unit: string): string =>
  ['before', 'by', 'until', 'till', 'up to']
    .flatMap((word) =>
      [
        `${unit} end`,
        `the ${unit} end`,
        `the end of the ${unit}`,
        `end of ${unit}`,
        `end of the ${unit}`,
        `the end of this ${unit}`,
        `the ${unit} is out`,
      ].map((end) => `${word} ${end}`),
    )
    .join('|');

const sinceStart = (unit: string): string =>
  ['the start of the', 'the beginning of the', 'the start of this', 'the beginning of this']
    .map((start) => `since ${start} ${unit}`)
    .join('|');

const NAMED_PERIODS = {
  thisWeek: `${sinceStart('week')}|this week|week to date|本周|这周|本week|这week|这个week|这个星期|本星期|这一周|本周内`,
  lastWeek: 'last week|previous week|上周|上个week|上week|上星期|上个星期|上一周',
  nextWeek: 'next week|coming week|下周|下个week|下week|下星期|下个星期|下一周',
  thisMonth: `${sinceStart('month')}|this month|month to date|mtd|current month|本月|这个月|本month|这个month|当月|月初至今|月初以来|月初到现在|从月初到现在|本月初至今|本月内|这月|本月以来`,
  lastMonth: 'last month|previous month|上月|上个月|上个month|上一个月|上个自然月',
  beforeMonth: 'the month before last|month before last|上上个月|上上月|大上个月',
  nextMonth: 'next month|coming month|下月|下个月|下个month|下一个月',
  thisQuarter: `${sinceStart('quarter')}|this quarter|quarter to date|qtd|current quarter|本季度|这个季度|本quarter|这个quarter|这quarter|季初至今|季初以来|季初到现在|本季初至今|季度初至今|本季|当季|这季度|本季度以来`,
  lastQuarter:
    'last quarter|previous quarter|prior quarter|上quarter|上个quarter|上季度|上个季度|上季|上一季度|上一个季度',
  beforeQuarter: 'the quarter before last|quarter before last|上上个季度|上上季度',
  nextQuarter: 'next quarter|coming quarter|下季度|下个季度|下个quarter|下quarter|下季|下一季度',
  thisYear: `${sinceStart('year')}|this year|year to date|ytd|current year|so far this year|今年|本年|今年以来|年初至今|年初以来|本年度|今年年初至今|今年年初以来|从年初到现在|年初到现在|年初到今天|年初到目前|从年初到今天|从年初至今|今年年初到现在|年初至现在|从年初开始|今年内|年内`,
  lastYear: 'last year|previous year|去年|上年|去年全年|上一年|去年度|上年度',
  nextYear: 'next year|coming year|明年|来年',
  firstHalf:
    'first half|the first half|h1|first half of the year|first half of this year|上半年|今年上半年',
  secondHalf: 'second half|the second half|h2|second half of the year|下半年',
  byWeekEnd: untilEnd('week'),
  byMonthEnd: `${untilEnd('month')}|月底前|月末前|月底之前|月末之前|月底以前|本月底前|本月末前|本月底之前|本月末之前|这个月底前|这个月底之前|本月月底前`,
  byQuarterEnd: `${untilEnd('quarter')}|季末前|季度末前|季末之前|季度末之前|本季末前|本季度末前|本季度末之前|季度底前|本季度底前`,
  byYearEnd: `${untilEnd('year')}|年底前|年末前|年底之前|年末之前|年底以前|今年底前|今年年底前|今年年底之前|今年末前|本年末前`,
  yearOnYear: 'year on year|同比',
  today: 'today|今天|今日',
  yesterday: 'yesterday|昨天|昨日',
  yearEnd: 'year end|the year end|last year end|end of year',
  quarterEnd: 'quarter end|the quarter end|last quarter end',
  monthEnd: 'month end|the month end|last month end',
  sameDayLastYear:
    'the same time last year|same time last year|this time last year|same day last year|去年同期|上年同期|去年今天|去年的今天|去年此时',
} as const;
export type NamedPeriod = keyof typeof NAMED_PERIODS;

/** A named period waits for the business date; see calendar.ts. */
export const namedPeriods: readonly { name: NamedPeriod; words: readonly string[] }[] =
  Object.entries(NAMED_PERIODS).map(([name, words]) => ({
    name: name as NamedPeriod,
    words: words.split('|'),
  }));

const forward = [
  'next|coming|the next|the coming|in the next|within the next|over the next|during the next',
  'in the coming|over the coming|within the coming|within the following|in the following',
  '未来|今后|接下来|往后|接下来的|未来的|将来|此后',
];

const STEPS = {
  month:
    'per month|each month|for each month|monthly|by month|month by month|each month end|at each month end|every month end|trend|trends|over time|developed|evolved|evolution|evolution of|trend of|每个月|每月|各月|按月|逐月|每个月末|每月末|各月末|月度|走势|趋势|变化趋势|变动趋势|走势图|趋势图',
  quarter:
    'per quarter|each quarter|for each quarter|quarterly|by quarter|quarter by quarter|each quarter end|at each quarter end|每个季度|每季度|每季|各季度|各季|按季|按季度|逐季|逐季度|每个季度末|季度末',
  year: 'per year|each year|for each year|yearly|by year|year by year|每个年度|各年度|按年度|逐年|每个年末',
} as const;

export const timeWords: readonly WordEntry[] = [
  ...Object.entries(units).map(([unit, words]) =>
    means({ type: 'unit', unit: unit as TimeUnit }, words),
  ),
  ...(Object.keys(units) as TimeUnit[]).map((unit) =>
    means({ type: 'duration', n: 1, unit }, one(unit)),
  ),
  means({ type: 'duration', n: 6, unit: 'month' }, 'half a year|half year|半年|半个年'),
  means({ type: 'duration', n: 18, unit: 'month' }, 'a year and a half|一年半'),
  means({ type: 'duration', n: 2, unit: 'week' }, 'fortnight|a fortnight'),
  ...Object.entries(STEPS).map(([unit, words]) =>
    means({ type: 'step', unit: unit as keyof typeof STEPS, every: false }, words),
  ),
  means({ type: 'step', unit: 'month', every: true }, 'every month|每个月都|每月都'),
  means({ type: 'step', unit: 'quarter', every: true }, 'every quarter|每个季度都|每季度都'),
  means({ type: 'step', unit: 'year', every: true }, 'every year|每年都'),
  marks('last', 'last|past|the last|in the last|within the last|over the last|over the past|prior'),
  marks('last', 'in the past|during the last|during the past|the past|for the last|for the past'),
  marks('last', 'previous|the previous|in the previous|within the past'),
  marks('last', '近|最近|过去|近来|最近的|过去的|在过去|在最近'),
  marks('withinWord', 'within'),
  marks('next', ...forward),
  marks('inside', '内|以内|之内|期间'),
  marks('ago', 'ago|earlier'),
  marks('endOf', 'end of|the end of|at the end of|as of the end of|by the end of|as at the end of'),
  marks('endOf', 'close of|end|the last day of|last day of'),
  marks('startOf', 'the first day of|first day of'),
  marks('endAfter', '末|底|年底|年末|期末'),
  marks('startOf', 'start of|the start of|beginning of|the beginning of|at the start of'),
  marks('startOf', 'at the beginning of'),
  marks('startAfter', '初|年初'),
  marks('sinceEver', 'from the beginning to|自开户至'),
  marks('asAt', 'as of|as at|as on|as it was on|as they were on|截至|截止|截止到|截至到|截止至'),
  marks('allAsAt', 'all as of|均截至'),
  marks('overPeriod', 'over the period|统计期间'),
  marks('then', '时|时候|的时候|那天|当天|当日|那时|当时|时点|为止|止'),
  marks('now', 'now|currently|today as well|现在|目前|如今|当前|现|眼下|如今已|现已|现在已'),
  means({ type: 'dateEdge', edge: 'since', side: 'before' }, 'since|from|starting|自|自从|从|自打'),
  means(
    { type: 'dateEdge', edge: 'since', side: 'before' },
    'ever since|starting from|starting in',
  ),
  means(
    { type: 'dateEdge', edge: 'since', side: 'after' },
    '以来|至今|起|开始|到现在|到今天|到目前',
  ),
  means({ type: 'dateEdge', edge: 'before', side: 'before' }, 'before|prior to|earlier than|早于'),
  means({ type: 'dateEdge', edge: 'before', side: 'after' }, '之前|以前'),
  means({ type: 'dateEdge', edge: 'after', side: 'before' }, 'after|later than|晚于'),
  means({ type: 'dateEdge', edge: 'after', side: 'after' }, '之后|以后|后'),
];
