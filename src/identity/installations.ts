import { asc, eq, isNotNull } from 'drizzle-orm';
import { slackInstallations } from '../db/schema/index.ts';
import type { IdentityContext } from './resolve-person.ts';

/** Keeps what a workspace (or an organisation, by its enterprise id) handed over when it installed the app. */
export const saveInstallation = async (
  { database, now }: IdentityContext,
  installedIn: string,
  installation: unknown,
): Promise<void> => {
  const handed = { installation, updatedAt: now() };
  await database.service.orm
    .insert(slackInstallations)
    .values({ installedIn, ...handed })
    .onConflictDoUpdate({ target: slackInstallations.installedIn, set: handed });
};

/** null = never installed there, or removed since. */
export const findInstallation = async (
  { database }: Pick<IdentityContext, 'database'>,
  installedIn: string,
): Promise<unknown> => {
  const [row] = await database.service.orm
    .select({ installation: slackInstallations.installation })
    .from(slackInstallations)
    .where(eq(slackInstallations.installedIn, installedIn));
  return row?.installation ?? null;
};

/** Forgets the token; that the app once was there stays. */
export const removeInstallation = async (
  { database, now }: IdentityContext,
  installedIn: string,
): Promise<void> => {
  await database.service.orm
    .update(slackInstallations)
    .set({ installation: null, updatedAt: now() })
    .where(eq(slackInstallations.installedIn, installedIn));
};

/** Everything that was handed over and not taken back, oldest first. */
export const loadInstallations = ({
  database,
}: Pick<IdentityContext, 'database'>): Promise<{ installedIn: string; installation: unknown }[]> =>
  database.service.orm
    .select({
      installedIn: slackInstallations.installedIn,
      installation: slackInstallations.installation,
    })
    .from(slackInstallations)
    .where(isNotNull(slackInstallations.installation))
    .orderBy(asc(slackInstallations.updatedAt), asc(slackInstallations.installedIn));
