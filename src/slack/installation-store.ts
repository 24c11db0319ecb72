/** Where an OAuth installation keeps the tokens of several workspaces: Bolt's interface over our table. */
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import {
  findInstallation,
  removeInstallation,
  saveInstallation,
} from '../identity/installations.ts';
import type { IdentityContext } from '../identity/resolve-person.ts';

const keyOf = (query: InstallationQuery<boolean>): string => {
  const id = query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
  if (!id) throw new Error('an installation names neither a workspace nor an organisation');
  return id;
};

const keyOfInstallation = ({ isEnterpriseInstall, enterprise, team }: Installation): string => {
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (!id) throw new Error('an installation names neither a workspace nor an organisation');
  return id;
};

/** Give it to Bolt's receiver together with the client id and secret; fetching rejects where nothing is. */
export const createInstallationStore = (ctx: IdentityContext): InstallationStore => ({
  storeInstallation: async (installation) =>
    saveInstallation(ctx, keyOfInstallation(installation as Installation), installation),
  fetchInstallation: async (query) => {
    const found = await findInstallation(ctx, keyOf(query));
    if (found === null) throw new Error('the app is not installed there');
    return found as Installation<'v1' | 'v2', boolean>;
  },
  deleteInstallation: async (query) => removeInstallation(ctx, keyOf(query)),
});
