/** A workspace that removes the app, or takes its token back, is forgotten. */
import type { App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { removeInstallation } from '../../identity/installations.ts';
import type { Tools } from '../tools.ts';

type Body = Pick<
  SlackEventMiddlewareArgs<'app_uninstalled'>['body'],
  'team_id' | 'enterprise_id' | 'authorizations'
>;

/** An organisation that installed the app for all its workspaces is the one that removes it. */
const installedIn = ({ team_id: teamId, enterprise_id: enterpriseId, authorizations }: Body) =>
  (authorizations?.[0]?.is_enterprise_install && enterpriseId) || teamId;

export const registerInstallations = (app: App, tools: Tools): void => {
  const forget = async (body: Body): Promise<void> => {
    const from = installedIn(body);
    await removeInstallation(tools, from);
    tools.log.warn({ from }, 'the app was removed from a workspace');
  };
  app.event('app_uninstalled', ({ body }) => forget(body));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget(body);
  });
};
