import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { managers, preferences, slackPeople } from '../db/schema/index.ts';
import type { Actor, Locale } from '../domain/actor.ts';
import { ACTOR_COLUMNS, findActorByEmail } from './find-actor.ts';
import { loadPreferences } from './preferences.ts';

export type SlackIdentity = { teamId: string; slackUserId: string };

/** What Slack says of a person. `outsider`: a guest, a bot, a stranger of another workspace, or deactivated. */
export type SlackProfile = {
  email: string | null;
  locale: Locale | null;
  timezone: string | null;
  outsider: boolean;
};

/** `actor` null: not a manager of this bank, who may see nothing. */
export type Person = SlackIdentity & {
  actor: Actor | null;
  /** What Slack is set to; null = a language that we do not speak. */
  locale: Locale | null;
  timezone: string | null;
  /** The language that the manager chose to be spoken to in; null = none chosen. */
  preferred: Locale | null;
};

export type IdentityContext = { database: Database; now: () => Temporal.Instant };

const KNOWN_HOURS = 24;
/** Somebody unknown may be in tonight's staff list: looked up again sooner. */
const UNKNOWN_MINUTES = 5;

type Cached = typeof slackPeople.$inferSelect;

const isFresh = (cached: Cached, now: Temporal.Instant): boolean => {
  const age = cached.managerId === null ? { minutes: UNKNOWN_MINUTES } : { hours: KNOWN_HOURS };
  return Temporal.Instant.compare(cached.lookedUpAt.add(age), now) > 0;
};

const isPerson = ({ teamId, slackUserId }: SlackIdentity) =>
  and(eq(slackPeople.teamId, teamId), eq(slackPeople.slackUserId, slackUserId));

const preferredBy = async (ctx: IdentityContext, actor: Actor | null): Promise<Locale | null> =>
  actor && (await loadPreferences(ctx, actor)).locale;

const remember = async (
  ctx: IdentityContext,
  who: SlackIdentity,
  lookUp: () => Promise<SlackProfile>,
): Promise<Person> => {
  const profile = await lookUp();
  const { email, outsider, locale, timezone } = profile;
  const actor = outsider || !email ? null : await findActorByEmail(ctx.database, email);
  const found = { managerId: actor?.managerId ?? null, locale, timezone, lookedUpAt: ctx.now() };
  await ctx.database.service.orm
    .insert(slackPeople)
    .values({ ...who, ...found })
    .onConflictDoUpdate({ target: [slackPeople.teamId, slackPeople.slackUserId], set: found });
  return { ...who, actor, locale, timezone, preferred: await preferredBy(ctx, actor) };
};

/**
 * The manager behind a Slack identity that Slack itself has vouched for, by work e-mail. Remembered for a
 * day; role and branch are read afresh each time. Throws when Slack cannot be asked and nothing is known.
 */
export const resolvePerson = async (
  ctx: IdentityContext,
  who: SlackIdentity,
  lookUp: () => Promise<SlackProfile>,
): Promise<Person> => {
  const [known] = await ctx.database.service.orm
    .select({ cached: slackPeople, actor: ACTOR_COLUMNS, preferred: preferences.locale })
    .from(slackPeople)
    .leftJoin(managers, eq(managers.managerId, slackPeople.managerId))
    .leftJoin(preferences, eq(preferences.managerId, managers.managerId))
    .where(isPerson(who));
  if (!known || !isFresh(known.cached, ctx.now())) return remember(ctx, who, lookUp);
  const { cached, actor, preferred } = known;
  const locale = cached.locale as Locale | null;
  return { ...who, actor, locale, timezone: cached.timezone, preferred };
};

/** Lets the next message of this person look them up again: their e-mail or standing may have changed. */
export const forgetPerson = async (ctx: IdentityContext, who: SlackIdentity): Promise<void> => {
  await ctx.database.service.orm
    .update(slackPeople)
    .set({ lookedUpAt: Temporal.Instant.fromEpochMilliseconds(0) })
    .where(isPerson(who));
};
