import { eq } from 'drizzle-orm';
import { preferences } from '../db/schema/index.ts';
import type { Actor, Locale } from '../domain/actor.ts';
import type { IdentityContext } from './resolve-person.ts';

/** null = nothing chosen: Slack's language, the bank's digest time. */
export type Preferences = { locale: Locale | null; digestAt: string | null; digestOff: boolean };

const NONE: Preferences = { locale: null, digestAt: null, digestOff: false };

export const loadPreferences = async (
  { database }: Pick<IdentityContext, 'database'>,
  { managerId }: Pick<Actor, 'managerId'>,
): Promise<Preferences> => {
  const { locale, digestAt, digestOff } = preferences;
  const [row] = await database.service.orm
    .select({ locale, digestAt, digestOff })
    .from(preferences)
    .where(eq(preferences.managerId, managerId));
  return row ?? NONE;
};

/** Chooses the language to be spoken to in; null = as Slack is set. */
export const chooseLanguage = async (
  { database, now }: IdentityContext,
  { managerId }: Pick<Actor, 'managerId'>,
  locale: Locale | null,
): Promise<void> => {
  const chosen = { locale, updatedAt: now() };
  await database.service.orm
    .insert(preferences)
    .values({ managerId, ...chosen })
    .onConflictDoUpdate({ target: preferences.managerId, set: chosen });
};
