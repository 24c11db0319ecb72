import { lt } from 'drizzle-orm';
import { slackEvents } from '../db/schema/index.ts';
import type { IdentityContext } from './resolve-person.ts';

/**
 * True for the first caller, of all processes, that brings these keys; false when any of them was seen
 * before. Slack repeats an event under its own id or another, so that one key is not enough.
 */
export const isFirstSight = async (
  ctx: IdentityContext,
  keys: readonly string[],
): Promise<boolean> => {
  const seenAt = ctx.now();
  const added = await ctx.database.service.orm
    .insert(slackEvents)
    .values([...new Set(keys)].sort().map((eventKey) => ({ eventKey, seenAt })))
    .onConflictDoNothing()
    .returning({ eventKey: slackEvents.eventKey });
  return added.length === new Set(keys).size;
};

const KEPT_HOURS = 48;

/** Forgets events older than two days; Slack repeats one for six minutes at most. */
export const pruneSeenEvents = async (ctx: IdentityContext): Promise<void> => {
  const before = ctx.now().subtract({ hours: KEPT_HOURS });
  await ctx.database.service.orm.delete(slackEvents).where(lt(slackEvents.seenAt, before));
};
