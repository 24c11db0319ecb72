/** The Bolt app: one connection, the listeners, and the poster that the outbox delivers through. */

import { App } from '@slack/bolt';
import type { Poster } from '../alerts/poster.ts';
import type { IdentityContext } from '../identity/resolve-person.ts';
import { errorFields } from '../ops/error-fields.ts';
import type { SlackConnection } from './connection.ts';
import { createWork } from './in-order.ts';
import { createInstallationStore } from './installation-store.ts';
import { registerListeners } from './listeners/register.ts';
import { registerUnhandled } from './listeners/unhandled.ts';
import { type Log, slackLogger } from './log.ts';
import { createPoster } from './poster.ts';
import { createReceiver } from './receiver.ts';
import { createRunning } from './running.ts';
import type { AnswerQuestion, Tools } from './tools.ts';
import { interactiveOptions } from './web-clients.ts';
import { openWorkspaces } from './workspaces.ts';

export type SlackAppContext = IdentityContext & {
  timeZone: string;
  /** The bank's time of the digest, HH:MM, for those who chose none. */
  digestAt: string;
  /** Put before the names of the commands, so that they are not another app's; mostly empty. */
  commandPrefix: string;
  log: Log;
  answerQuestion: AnswerQuestion;
  /** Called after something was queued for people. */
  onQueued: () => void;
  /** How long an answer is streamed; absent = four minutes, because Slack closes a stream after about five. */
  streamMs?: number;
};

export type SlackApp = {
  /** Resolves once connected; rejects when the tokens or the way to Slack do not work. */
  start: () => Promise<void>;
  /** Takes nothing new, and resolves when what is in hand is finished. */
  stop: () => Promise<void>;
  /** Usable once started. */
  poster: Poster;
};

const STREAM_MS = 4 * 60_000;
/** Longest that a stop waits for answers under way. */
const STOP_MS = 10_000;
/** How long Slack waits for an acknowledgement: what is being answered may still acknowledge over the socket. */
const ACK_MS = 3_000;

/** Builds the app; nothing is sent or received before `start`. */
export const createSlackApp = (ctx: SlackAppContext, connection: SlackConnection): SlackApp => {
  const { log, ...rest } = ctx;
  const logger = slackLogger(log);
  const { slackApiUrl } = connection;
  const store = connection.mode === 'oauth' ? createInstallationStore(ctx, connection) : null;
  const workspaces = openWorkspaces(log, connection, store);
  const work = createWork();
  const tools: Tools = {
    ...{ streamMs: STREAM_MS, ...rest, log, work, running: createRunning() },
    get web() {
      return workspaces.current().clients.web;
    },
    get courtesy() {
      return workspaces.current().clients.courtesy;
    },
    self: () => workspaces.current().self,
  };
  const app = new App({
    receiver: createReceiver(connection, log, store),
    logger,
    clientOptions: interactiveOptions({ logger, ...(slackApiUrl ? { slackApiUrl } : {}) }),
    ...(workspaces.authorize ? { authorize: workspaces.authorize } : {}),
    convoStore: false,
  });
  app.use(({ context, next }) => workspaces.within(context, next));
  app.error(async (error) => log.error(errorFields(error), 'a slack listener failed'));
  registerUnhandled(app, tools);
  registerListeners(app, tools);
  return {
    start: async () => {
      await workspaces.open();
      if (connection.mode === 'socket') await app.start();
      else await app.start(connection.port);
    },
    stop: async () => {
      await work.settled(ACK_MS);
      await app.stop();
      await work.settled(STOP_MS);
    },
    poster: createPoster({ ...ctx, workspaces: workspaces.all }),
  };
};
