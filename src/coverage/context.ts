import type { Database } from '../db/database.ts';
import type { Actor } from '../domain/actor.ts';

/** Who acts, on which database, and what time it is; `timeZone` says on which calendar day that is. */
export type CoverageContext = {
  database: Database;
  actor: Actor;
  now: () => Temporal.Instant;
  timeZone: string;
};

/** The calendar day at the bank, for deadlines that people keep; facts are dated by the business date. */
export const todayOf = (ctx: Pick<CoverageContext, 'now' | 'timeZone'>): Temporal.PlainDate =>
  ctx.now().toZonedDateTimeISO(ctx.timeZone).toPlainDate();

/** Storage keeps milliseconds; so does everything that is hashed. */
export const recordedAt = (ctx: Pick<CoverageContext, 'now'>): Temporal.Instant =>
  ctx.now().round('millisecond');
