/** Decides when a manager's digest is due: the first set time on a working day of their own, once it is queued. */

const zoneOrElse = (name: string | null, otherwise: string): string => {
  if (name === null) return otherwise;
  try {
    Temporal.PlainDate.from('2000-01-01').toZonedDateTime(name);
    return name;
  } catch {
    return otherwise;
  }
};

export type DigestTime = {
  /** Wall time, HH:MM. */
  digestAt: string;
  /** The manager's zone as the bank or Slack states it; null = not stated. */
  managerZone: string | null;
  /** Where a manager has none, or one that does not exist. */
  timeZone: string;
  isWorkingDay: (date: Temporal.PlainDate) => boolean;
};

/** More days without a working one do not occur; without an end a wrong calendar would loop for ever. */
const DAYS_OFF_MAX = 60;

/**
 * The first instant after `queuedAt` at which it is `digestAt` on a working day at the manager's place. A
 * wall time that the clocks skip counts as the moment after the gap, one that they repeat as the first.
 */
export const nextDigestAt = (queuedAt: Temporal.Instant, time: DigestTime): Temporal.Instant => {
  const zone = zoneOrElse(time.managerZone, time.timeZone);
  const today = queuedAt.toZonedDateTimeISO(zone).toPlainDate();
  const plainTime = Temporal.PlainTime.from(time.digestAt);
  const candidates = Array.from({ length: DAYS_OFF_MAX }, (_, days) => today.add({ days }))
    .filter(time.isWorkingDay)
    .map((date) => date.toZonedDateTime({ timeZone: zone, plainTime }).toInstant());
  const due = candidates.find((at) => Temporal.Instant.compare(at, queuedAt) > 0);
  return due ?? queuedAt;
};
