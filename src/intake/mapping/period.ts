/** Decides what `${period…}` in a mapping means: a month, those before it, their last days, numbers and quarters. */

/** `${period}`, `${period-2}`, `${period.end}`, `${period-1.number}`, `${period.quarter}`. */
const NAME = /\$\{period(?:-(\d{1,2}))?(?:\.(end|number|quarter))?\}/g;

const MONTHS_IN_QUARTER = 3;

const partOf = (month: Temporal.PlainYearMonth, part: string | undefined): string => {
  switch (part) {
    case 'end':
      return month.toPlainDate({ day: month.daysInMonth }).toString();
    case 'number':
      return String(month.month);
    case 'quarter':
      return String(Math.ceil(month.month / MONTHS_IN_QUARTER));
    default:
      return month.toString();
  }
};

const inText = (text: string, period: Temporal.PlainYearMonth): string =>
  text.replace(NAME, (_, back: string | undefined, part: string | undefined) =>
    partOf(period.subtract({ months: Number(back ?? 0) }), part),
  );

/** The mapping with every `${period…}` in its texts replaced; other names are left to the rows. */
export const withPeriod = (value: unknown, period: Temporal.PlainYearMonth): unknown => {
  if (typeof value === 'string') return inText(value, period);
  if (Array.isArray(value)) return value.map((each) => withPeriod(each, period));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withPeriod(each, period)]),
  );
};

/** Reads `YYYY-MM`; null for anything else. */
export const parsePeriod = (text: string): Temporal.PlainYearMonth | null =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? Temporal.PlainYearMonth.from(text) : null;
