import type { Poster } from '../alerts/poster.ts';
import type { IdentityContext } from '../identity/resolve-person.ts';
import type { SlackConnection } from './create-app.ts';
import { type Log, slackLogger } from './log.ts';
import { createPoster } from './poster.ts';
import { openWebClients } from './web-clients.ts';

/** A poster without the rest of the app, for a process that only delivers. Rejects when the token is refused. */
export const connectPoster = async (
  ctx: IdentityContext & { log: Log },
  { botToken, slackApiUrl }: Pick<SlackConnection, 'botToken' | 'slackApiUrl'>,
): Promise<Poster> => {
  const logger = slackLogger(ctx.log);
  const clients = openWebClients({ botToken, logger, ...(slackApiUrl ? { slackApiUrl } : {}) });
  const { team_id: teamId } = await clients.web.auth.test();
  if (!teamId) throw new Error('auth.test names no workspace');
  return createPoster({ ...ctx, web: clients.deliveries, teamId: () => teamId });
};
