/** Decides which days an expression of a question set means on D: "last 30d", "quarter:-1", "month 3". */

export type Period = { from: string; to: string };

const DAY = { days: 1 } as const;
const plain = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const period = (from: Temporal.PlainDate, to: Temporal.PlainDate): Period => ({
  from: from.toString(),
  to: to.toString(),
});

const monthFrom = (start: Temporal.PlainDate, months = 1): Period =>
  period(start, start.add({ months }).subtract(DAY));

const unitStart = (on: Temporal.PlainDate, unit: string): Temporal.PlainDate => {
  if (unit === 'week') return on.subtract({ days: on.dayOfWeek - 1 });
  if (unit === 'month') return on.with({ day: 1 });
  if (unit === 'quarter') return on.with({ day: 1, month: Math.floor((on.month - 1) / 3) * 3 + 1 });
  return on.with({ day: 1, month: 1 });
};

const lengthOfUnits = (unit: string, n: number): Temporal.Duration =>
  Temporal.Duration.from(unit === 'quarter' ? { months: 3 * n } : { [`${unit}s`]: n });

/** `month:0` is the current calendar month, `month:-1` the last, `month:1` the next. */
const calendarUnit = (on: Temporal.PlainDate, unit: string, shift: number): Period => {
  const start = unitStart(on, unit).add(lengthOfUnits(unit, shift));
  return period(start, start.add(lengthOfUnits(unit, 1)).subtract(DAY));
};

/** `month 3`: the newest March that began on or before D; `quarter 3` likewise. */
const named = (on: Temporal.PlainDate, unit: string, number: number): Period => {
  const months = unit === 'quarter' ? 3 : 1;
  const start = on.with({ day: 1, month: (number - 1) * months + 1 });
  const began = Temporal.PlainDate.compare(start, on) <= 0 ? start : start.subtract({ years: 1 });
  return monthFrom(began, months);
};

const AMOUNT = { d: 'days', w: 'weeks', m: 'months', y: 'years' } as const;

const lengthOf = (text: string): Temporal.Duration => {
  const unit = AMOUNT[text.slice(-1) as keyof typeof AMOUNT];
  return Temporal.Duration.from({ [unit]: Number(text.slice(0, -1)) });
};

/** `days 03-01..05-15`: in the newest year in which they began on or before D. */
const daysOfYear = (on: Temporal.PlainDate, first: string, last: string): Period => {
  const inYear = (year: number) => period(plain(`${year}-${first}`), plain(`${year}-${last}`));
  return inYear(`${on.year}-${first}` <= on.toString() ? on.year : on.year - 1);
};

/** The period of an expression; throws on one that it does not know, which is a mistake in the set. */
export const periodOf = (expression: string, on: Temporal.PlainDate): Period => {
  const unit = /^(week|month|quarter|year):(-?\d+)$/.exec(expression);
  if (unit) return calendarUnit(on, unit[1] ?? '', Number(unit[2]));
  const byName = /^(month|quarter) (\d+)$/.exec(expression);
  if (byName) return named(on, byName[1] ?? '', Number(byName[2]));
  const days = /^days (\d\d-\d\d)\.\.(\d\d-\d\d)$/.exec(expression);
  if (days) return daysOfYear(on, days[1] ?? '', days[2] ?? '');
  const [word, length = ''] = expression.split(' ');
  if (word === 'last') return period(on.subtract(lengthOf(length)).add(DAY), on);
  if (word === 'next') return period(on.add(DAY), on.add(lengthOf(length)));
  if (word === 'since') return period(dayOf(expression.slice(6), on), on);
  if (expression === 'ytd') return period(on.with({ day: 1, month: 1 }), on);
  const [from, to] = expression.split('..');
  if (from && to) return period(dayOf(from, on), dayOf(to, on));
  throw new Error(`Not a period: ${expression}`);
};

/** A day: `D`, `D-30d`, `D+3m`, `start month:0`, `end year:-1`, or ISO. */
export const dayOf = (expression: string, on: Temporal.PlainDate): Temporal.PlainDate => {
  if (expression === 'D') return on;
  const shifted = /^D([+-])(\d+[dwmy])$/.exec(expression);
  if (shifted)
    return shifted[1] === '-'
      ? on.subtract(lengthOf(shifted[2] ?? ''))
      : on.add(lengthOf(shifted[2] ?? ''));
  const edge = /^(start|end) (.+)$/.exec(expression);
  if (edge) {
    const { from, to } = periodOf(edge[2] ?? '', on);
    return plain(edge[1] === 'start' ? from : to);
  }
  return plain(expression);
};
