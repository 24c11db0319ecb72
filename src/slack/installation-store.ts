/** Where an OAuth installation keeps the tokens of several workspaces: Bolt's interface over our table, sealed. */
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import {
  findInstallation,
  loadInstallations,
  removeInstallation,
  saveInstallation,
} from '../identity/installations.ts';
import type { IdentityContext } from '../identity/resolve-person.ts';
import { errorFields } from '../ops/error-fields.ts';
import type { Log } from './log.ts';
import { createSeal } from './token-seal.ts';

/** `teamIds`: the only workspaces (or organisations) that may install the app. `tokenKey`: base64 of 32 bytes. */
export type StoreSettings = { tokenKey: string; teamIds: readonly string[] };

export type SealedStore = Required<InstallationStore> & {
  /** Every workspace that the app is in and whose token can be opened. */
  loadAll: () => Promise<Installation[]>;
};

const named = (id: string | undefined): string => {
  if (!id) throw new Error('an installation names neither a workspace nor an organisation');
  return id;
};

const keyOf = (query: InstallationQuery<boolean>): string =>
  named(query.isEnterpriseInstall ? query.enterpriseId : query.teamId);

const keyOfInstallation = ({ isEnterpriseInstall, enterprise, team }: Installation): string =>
  named(isEnterpriseInstall ? enterprise?.id : team?.id);

/** Fetching rejects where nothing is, storing where the workspace is not one of the bank's. */
export const createInstallationStore = (
  ctx: IdentityContext & { log: Log },
  { tokenKey, teamIds }: StoreSettings,
): SealedStore => {
  const seal = createSeal(tokenKey);
  const opened = (installedIn: string, sealed: unknown): Installation => {
    try {
      return seal.open(sealed, installedIn) as Installation;
    } catch (cause) {
      const what = `the token of ${installedIn} cannot be opened with this SLACK_TOKEN_KEY; install the app there again`;
      throw new Error(what, { cause });
    }
  };
  return {
    storeInstallation: async (given) => {
      const installation = given as Installation;
      const installedIn = keyOfInstallation(installation);
      if (!teamIds.includes(installedIn))
        throw new Error(`${installedIn} is not in SLACK_TEAM_IDS: the app was not installed`);
      await saveInstallation(ctx, installedIn, seal.seal(installation, installedIn));
    },
    fetchInstallation: async (query) => {
      const installedIn = keyOf(query);
      const found = await findInstallation(ctx, installedIn);
      if (found === null) throw new Error(`the app is not installed in ${installedIn}`);
      return opened(installedIn, found);
    },
    deleteInstallation: (query) => removeInstallation(ctx, keyOf(query)),
    loadAll: async () => {
      const all = await loadInstallations(ctx);
      return all.flatMap(({ installedIn, installation }) => {
        try {
          return [opened(installedIn, installation)];
        } catch (error) {
          ctx.log.error(errorFields(error), 'a workspace gets no messages');
          return [];
        }
      });
    },
  };
};
