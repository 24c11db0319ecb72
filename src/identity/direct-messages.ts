import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { slackPeople } from '../db/schema/index.ts';
import type { Locale } from '../domain/actor.ts';
import type { IdentityContext, SlackIdentity } from './resolve-person.ts';

export type DirectMessage = {
  slackUserId: string;
  channelId: string | null;
  locale: Locale | null;
};

/** Where this manager was last met in Slack; null = never. `channelId` null = the DM is not known yet. */
export const findDirectMessage = async (
  ctx: Pick<IdentityContext, 'database'>,
  teamId: string,
  managerId: string,
): Promise<DirectMessage | null> => {
  const [row] = await ctx.database.service.orm
    .select({
      slackUserId: slackPeople.slackUserId,
      channelId: slackPeople.dmChannelId,
      locale: slackPeople.locale,
    })
    .from(slackPeople)
    .where(and(eq(slackPeople.teamId, teamId), eq(slackPeople.managerId, managerId)))
    .orderBy(desc(slackPeople.lookedUpAt))
    .limit(1);
  return row ? { ...row, locale: row.locale as Locale | null } : null;
};

/** Keeps the DM's id: opening one is limited to about fifty a minute. */
export const saveDirectMessage = async (
  ctx: IdentityContext,
  who: SlackIdentity & { managerId: string },
  channelId: string,
): Promise<void> => {
  await ctx.database.service.orm
    .insert(slackPeople)
    .values({
      ...who,
      dmChannelId: channelId,
      lookedUpAt: Temporal.Instant.fromEpochMilliseconds(0),
    })
    .onConflictDoUpdate({
      target: [slackPeople.teamId, slackPeople.slackUserId],
      set: { dmChannelId: channelId },
    });
};

/** The DM of a person by Slack id, if one was used before. */
export const findChannelOf = async (
  ctx: Pick<IdentityContext, 'database'>,
  who: SlackIdentity,
): Promise<string | null> => {
  const [row] = await ctx.database.service.orm
    .select({ channelId: slackPeople.dmChannelId })
    .from(slackPeople)
    .where(
      and(
        eq(slackPeople.teamId, who.teamId),
        eq(slackPeople.slackUserId, who.slackUserId),
        isNotNull(slackPeople.dmChannelId),
      ),
    );
  return row?.channelId ?? null;
};
