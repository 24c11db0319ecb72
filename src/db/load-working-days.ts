import { eq } from 'drizzle-orm';
import type { Orm } from './database.ts';
import { settings } from './schema/index.ts';

export type IsWorkingDay = (date: Temporal.PlainDate) => boolean;

const WEEKEND = [6, 7];

/** Day numbers (Monday = 1) of a country's weekend; Friday and Saturday in some. */
const weekendOf = (country: string | null): readonly number[] => {
  if (country === null) return WEEKEND;
  try {
    return new Intl.Locale('und', { region: country }).getWeekInfo().weekend;
  } catch {
    return WEEKEND;
  }
};

/** Public holidays that take the whole day: some calendars list half-days, which begin at noon. */
const holidaysOf = async (country: string): Promise<(year: number) => Set<string>> => {
  // Its calendars take half a second to load: only who asks for working days waits for them.
  const { default: Holidays } = await import('date-holidays');
  const calendar = new Holidays(country);
  const years = new Map<number, Set<string>>();
  return (year) => {
    const known = years.get(year);
    if (known) return known;
    const days = calendar.getHolidays(year).filter(({ type }) => type === 'public');
    const whole = days.filter(({ date }) => date.slice(11, 16) === '00:00');
    const dates = new Set(whole.map(({ date }) => date.slice(0, 10)));
    years.set(year, dates);
    return dates;
  };
};

/**
 * Working days of a country code such as CN: neither weekend nor public holiday. Make-up working days and
 * bridge days that a government announces from year to year are not known. null = weekends only.
 */
export const workingDaysOf = async (country: string | null): Promise<IsWorkingDay> => {
  const weekend = weekendOf(country);
  const holidays = country === null ? null : await holidaysOf(country);
  return (date) => !weekend.includes(date.dayOfWeek) && !holidays?.(date.year).has(date.toString());
};

/** Working days by the bank's `holiday_calendar`. */
export const loadWorkingDays = async (orm: Pick<Orm, 'select'>): Promise<IsWorkingDay> => {
  const [calendar] = await orm
    .select({ country: settings.value })
    .from(settings)
    .where(eq(settings.key, 'holiday_calendar'));
  return workingDaysOf(calendar?.country.trim() || null);
};
