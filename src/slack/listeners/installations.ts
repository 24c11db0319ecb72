/** A workspace that removes the app, or takes its token back, is forgotten. */
import type { App } from '@slack/bolt';
import { removeInstallation } from '../../identity/installations.ts';
import type { Tools } from '../tools.ts';

export const registerInstallations = (app: App, tools: Tools): void => {
  const forget = async (teamId: string): Promise<void> => {
    await removeInstallation(tools, teamId);
    tools.log.warn({ teamId }, 'the app was removed from a workspace');
  };
  app.event('app_uninstalled', ({ body }) => forget(body.team_id));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget(body.team_id);
  });
};
