/** One client a line and degree of the churn card (rules.md, R01 to R12), and one of each band made of several. */
import type { Archetype } from './archetype.ts';

const person = { kind: 'individual', rhythm: 'matched', perBook: 1, tiers: ['key'] } as const;
const since = (daysAgo: number, percent: number) => [{ from: { daysAgo }, percent }];
const twoWays = (id: string, why: string, tiers: Archetype['tiers'] = ['quality']) => ({
  ...person,
  id,
  why,
  tiers,
});

export const CHURN: readonly Archetype[] = [
  { ...twoWays('r01_20', 'AUM of the last 30 days 25 % lower'), steps: since(29, 75) },
  { ...twoWays('r01_35', 'AUM of the last 30 days 40 % lower'), steps: since(29, 60) },
  { ...twoWays('r01_50', 'AUM of the last 30 days 55 % lower', ['key']), steps: since(29, 45) },
  {
    ...twoWays('r02_late', 'salary 40 days ago, monthly before'),
    rhythm: 'salary',
    lastSalaryDaysAgo: 40,
  },
  {
    ...twoWays('r02_gone', 'salary stopped seven weeks ago', ['quality', 'key']),
    rhythm: 'salary',
    perBook: 2,
    lastSalaryDaysAgo: 48,
  },
  { ...twoWays('r03_one', 'one product ended, not renewed'), products: { endedDaysAgo: [20] } },
  { ...twoWays('r03_two', 'two products ended'), products: { endedDaysAgo: [14, 40] } },
  { ...twoWays('r03_last', 'closed the last product a month ago'), closedDaysAgo: 30 },
  {
    ...twoWays('r04_half', 'less than half of the usual transaction days'),
    perMonth: 8,
    thinnedToPercent: 38,
  },
  {
    ...twoWays('r04_quarter', 'less than a quarter of the usual transaction days'),
    perMonth: 8,
    thinnedToPercent: 16,
  },
  { ...twoWays('r05', 'moved every week, nothing for 50 days'), perMonth: 6, idleDays: 50 },
  { ...twoWays('r06_half', 'logs in half as often'), logins: 'halved' },
  { ...twoWays('r06_zero', 'stopped logging in'), logins: 'stopped' },
  {
    ...twoWays('r07_normal', 'complaint open', ['key', 'quality']),
    perBook: 2,
    complaint: { severity: 'normal', openedDaysAgo: 9 },
  },
  {
    ...twoWays('r07_severe', 'severe complaint open', ['premier', 'quality']),
    perBook: 2,
    complaint: { severity: 'severe', openedDaysAgo: 5 },
  },
  {
    ...twoWays('complaint_settled', 'a complaint settled long ago counts nothing'),
    complaint: { severity: 'severe', openedDaysAgo: 200, closedDaysAgo: 185 },
  },
  { ...twoWays('r08', 'dissatisfied in the last survey'), csat: 2 },
  { ...twoWays('r09_late', 'contact overdue by 1.7 cadences', ['key']), contact: 'late' },
  {
    ...twoWays('r09_overdue', 'contact overdue by 2.5 cadences', ['key', 'premier']),
    perBook: 3,
    contact: 'overdue',
  },
  {
    ...twoWays('r10', 'moves money to an own account elsewhere', ['key']),
    steps: [{ from: { daysAgo: 6 }, percent: 62, ownName: true }],
  },
  {
    ...twoWays('r11', 'half matures in 10 days, no instruction', ['key', 'premier']),
    perBook: 2,
    products: { matures: { inDays: 10, percent: 50, renewal: '' } },
  },
  { ...twoWays('r12_new_product', 'bought a product'), products: { boughtDaysAgo: 25 } },
  { ...twoWays('r12_growth', 'AUM of the last 30 days 30 % higher'), steps: since(29, 130) },
  {
    ...twoWays('r12_mortgage', 'mortgage in force'),
    rhythm: 'salary',
    products: { mortgage: true },
  },
  {
    ...twoWays('churn_watch', 'band watch: salary gone, rarely logs in'),
    rhythm: 'salary',
    perBook: 4,
    lastSalaryDaysAgo: 50,
    logins: 'halved',
  },
  {
    ...twoWays('churn_medium', 'band medium: money leaves, dissatisfied, not looked after', [
      'key',
      'quality',
    ]),
    perBook: 4,
    steps: [{ from: { daysAgo: 29 }, percent: 58, ownName: true }],
    csat: 1,
    contact: 'overdue',
  },
  {
    ...twoWays('churn_high', 'band high: all of that with a severe complaint', ['premier', 'key']),
    perBook: 3,
    steps: [{ from: { daysAgo: 27 }, percent: 30, ownName: true }],
    complaint: { severity: 'severe', openedDaysAgo: 12 },
    csat: 1,
    contact: 'overdue',
    logins: 'stopped',
  },
];
