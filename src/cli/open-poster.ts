import type { Poster } from '../alerts/poster.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { LOCAL_APP, localApiUrl, startLocalWorkspace } from '../local-workspace.ts';
import { createLog } from '../ops/log.ts';
import { connectPoster } from '../slack/connect-poster.ts';
import type { SlackConnection } from '../slack/connection.ts';
import { problem } from '../text/catalog.ts';
import { serveText } from '../text/serve.ts';
import type { CommandContext } from './run-command.ts';

export type OpenPoster = { poster: Poster; close: () => Promise<void> };

const nothingToClose = async (): Promise<void> => {};

const connect = (context: CommandContext, connection: SlackConnection) => {
  const { database, now, config } = context;
  return connectPoster({ database, now, log: createLog(config.logLevel) }, connection);
};

const locally = (slackApiUrl: string): SlackConnection => {
  const { botToken, appToken } = LOCAL_APP;
  return { mode: 'socket', botToken, appToken, slackApiUrl };
};

const isListening = async (pagePort: number): Promise<boolean> => {
  try {
    return (await fetch(`${localApiUrl(pagePort)}api.test`, { method: 'POST' })).ok;
  } catch {
    return false;
  }
};

/** The workspace of a running `npm start`, else one of our own for as long as this command runs. */
const openLocal = async (context: CommandContext): Promise<OpenPoster> => {
  const { pagePort } = context.config;
  if (await isListening(pagePort)) {
    const poster = await connect(context, locally(localApiUrl(pagePort)));
    return { poster, close: nothingToClose };
  }
  const workspace = await startLocalWorkspace({ ...context.config, pagePort: 0 }, context.database);
  const poster = await connect(context, locally(workspace.apiUrl));
  return { poster, close: workspace.close };
};

/** A way to post for a process that only delivers; says in a sentence when Slack refuses it. */
export const openPoster = async (context: CommandContext): Promise<Result<OpenPoster>> => {
  const { slack } = context.config;
  if (slack.mode === 'local') return ok(await openLocal(context));
  try {
    return ok({ poster: await connect(context, slack), close: nothingToClose });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(problem('slack_refused', serveText, (t) => t.slackRefused(why)));
  }
};
