/** Decides for which instant a daily job was last planned: the clock may jump, the plan does not. */

export type DailyTime = {
  /** Wall time, HH:MM, in `timeZone`. */
  at: string;
  timeZone: string;
};

/**
 * The last planned instant that is not after `now`. Each calendar day has exactly one: a wall time that
 * the clocks skip counts as the moment after the gap, one that they repeat as the first of the two.
 */
export const lastFireAt = (
  now: Temporal.Instant,
  { at, timeZone }: DailyTime,
): Temporal.Instant => {
  const plainTime = Temporal.PlainTime.from(at);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const fireOn = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const fire = fireOn(today);
  return Temporal.Instant.compare(fire, now) <= 0 ? fire : fireOn(today.subtract({ days: 1 }));
};
