/** Complaints, surveys and log-ins of a client: the softer signals of the churn card. */
import type { Calendar } from './calendar.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';

export type Complaint = {
  openedDay: number;
  closedDay: number | null;
  severity: 'normal' | 'severe';
};
export type Survey = { day: number; csat: number };
/** `monthsAgo` 0 is the month of the business date. */
export type LoginMonth = { monthsAgo: number; days: number };

const LOGIN_MONTHS = 18;

const settledComplaint = (random: Random): Complaint => {
  const openedDay = -random.int(80, 500);
  const closedDay = Math.min(-1, openedDay + random.int(2, 18));
  return { openedDay, closedDay, severity: random.chance(0.15) ? 'severe' : 'normal' };
};

const openComplaint = (random: Random): Complaint => ({
  openedDay: -random.int(1, 45),
  closedDay: null,
  severity: random.chance(0.2) ? 'severe' : 'normal',
});

export const planComplaints = ({ archetype }: PlannedClient, random: Random): Complaint[] => {
  const wish = archetype.complaint;
  if (wish) {
    const closedDay = wish.closedDaysAgo === undefined ? null : -wish.closedDaysAgo;
    return [{ openedDay: -wish.openedDaysAgo, closedDay, severity: wish.severity }];
  }
  if (!archetype.ordinary) return [];
  const settled = random.chance(0.04) ? [settledComplaint(random)] : [];
  return random.chance(0.008) ? [...settled, openComplaint(random)] : settled;
};

/** The last survey is the one that the archetype names; ordinary clients are mostly satisfied. */
export const planSurveys = ({ archetype }: PlannedClient, random: Random): Survey[] => {
  const earlier = { day: -random.int(200, 520), csat: random.int(3, 5) };
  if (archetype.csat) return [earlier, { day: -random.int(10, 150), csat: archetype.csat }];
  if (!archetype.ordinary || !random.chance(0.25)) return [];
  const csat = random.pick([5, 5, 5, 4, 4, 4, 4, 3, 3, 2]);
  const last = { day: -random.int(3, 190), csat };
  return random.chance(0.4) ? [earlier, last] : [last];
};

/** Percent of the usual log-in days by months ago: the last two months tell. */
const loginPercent = (habit: 'steady' | 'halved' | 'stopped', monthsAgo: number): number => {
  if (monthsAgo > 1 || habit === 'steady') return 100;
  return habit === 'halved' ? 33 : 0;
};

/** Months without a log-in have no row. Two in three clients use the app. */
export const planLogins = (
  { archetype }: PlannedClient,
  sinceDay: number,
  lastDay: number,
  calendar: Calendar,
  random: Random,
): LoginMonth[] => {
  if (archetype.logins === undefined && !random.chance(0.66)) return [];
  const usual = random.int(4, 18);
  const dayOfMonth = calendar.monthDay(0);
  const found: LoginMonth[] = [];
  for (let monthsAgo = LOGIN_MONTHS; monthsAgo >= 0; monthsAgo--) {
    const first = calendar.monthStart(0, monthsAgo);
    if (first < sinceDay || first > lastDay) continue;
    const percent = loginPercent(archetype.logins ?? 'steady', monthsAgo) * random.int(85, 115);
    const elapsed = monthsAgo === 0 ? dayOfMonth / 30 : 1;
    const days = Math.min(28, Math.round((usual * percent * elapsed) / 10_000));
    const possible = monthsAgo === 0 ? Math.min(days, dayOfMonth) : days;
    if (possible > 0) found.push({ monthsAgo, days: possible });
  }
  return found;
};
