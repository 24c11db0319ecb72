/** The Bolt app: one connection, the listeners, and the poster that the outbox delivers through. */

import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Poster } from '../alerts/poster.ts';
import type { IdentityContext } from '../identity/resolve-person.ts';
import { errorFields } from '../ops/error-fields.ts';
import { createWork } from './in-order.ts';
import { registerAnswerActions } from './listeners/answer-actions.ts';
import { registerAskAgain } from './listeners/ask-again.ts';
import { registerAskingCommands } from './listeners/asking-commands.ts';
import { registerChanges } from './listeners/changes.ts';
import { registerClients } from './listeners/clients.ts';
import { registerDecisions } from './listeners/decisions.ts';
import { registerExport } from './listeners/export.ts';
import { registerFormChoices } from './listeners/form-choices.ts';
import { registerForms } from './listeners/forms.ts';
import { registerHome } from './listeners/home.ts';
import { registerInstallations } from './listeners/installations.ts';
import { registerPresence } from './listeners/presence.ts';
import { registerQuestions } from './listeners/questions.ts';
import { registerRefine } from './listeners/refine.ts';
import { registerUnhandled } from './listeners/unhandled.ts';
import { type Log, slackLogger } from './log.ts';
import { createPoster } from './poster.ts';
import { createRunning } from './running.ts';
import type { AnswerQuestion, Self, Tools } from './tools.ts';
import { interactiveOptions, openWebClients } from './web-clients.ts';

/** `slackApiUrl`: another Web API than Slack's, ending in a slash; Socket Mode is opened through it too. */
export type SlackConnection = (
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string; port: number }
) & { slackApiUrl?: string };

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
};

export type SlackApp = {
  /** Resolves once connected; rejects when the tokens or the way to Slack do not work. */
  start: () => Promise<void>;
  /** Takes nothing new, and resolves when what is in hand is finished. */
  stop: () => Promise<void>;
  /** Usable once started. */
  poster: Poster;
};

/** Longest that a stop waits for answers under way. */
const STOP_MS = 10_000;
/** How long Slack waits for an acknowledgement: what is being answered may still acknowledge over the socket. */
const ACK_MS = 3_000;

const logFailure =
  (log: Log) =>
  async ({ error }: { error: Error }): Promise<boolean> => {
    log.error(errorFields(error), 'a slack event failed before a listener saw it');
    // Acknowledged all the same: Slack would repeat what fails every time.
    return true;
  };

const createReceiver = (connection: SlackConnection, log: Log): Receiver => {
  const logger = slackLogger(log);
  const processEventErrorHandler = logFailure(log);
  if (connection.mode === 'http') {
    const { signingSecret, port } = connection;
    return new HTTPReceiver({ signingSecret, port, logger, processEventErrorHandler });
  }
  const { appToken, slackApiUrl } = connection;
  const clientOptions = interactiveOptions({ logger, ...(slackApiUrl ? { slackApiUrl } : {}) });
  const installerOptions = { clientOptions };
  return new SocketModeReceiver({ appToken, logger, installerOptions, processEventErrorHandler });
};

/** Builds the app; nothing is sent or received before `start`. */
export const createSlackApp = (ctx: SlackAppContext, connection: SlackConnection): SlackApp => {
  const { log, ...rest } = ctx;
  const logger = slackLogger(log);
  const { botToken, slackApiUrl } = connection;
  const { web, deliveries, courtesy } = openWebClients({
    botToken,
    logger,
    ...(slackApiUrl ? { slackApiUrl } : {}),
  });
  const known: { self: Self | null } = { self: null };
  const self = (): Self => {
    if (known.self) return known.self;
    throw new Error('the Slack app was used before it was started');
  };
  const work = createWork();
  const tools: Tools = { ...rest, log, web, courtesy, work, running: createRunning(), self };
  const app = new App({
    receiver: createReceiver(connection, log),
    logger,
    clientOptions: interactiveOptions({ logger, ...(slackApiUrl ? { slackApiUrl } : {}) }),
    // Asked once at start: a slow auth.test before each acknowledgement would miss the three seconds.
    authorize: async () => ({ botToken, ...self() }),
    convoStore: false,
  });
  app.error(async (error) => log.error(errorFields(error), 'a slack listener failed'));
  registerUnhandled(app, tools);
  const listeners = [
    registerQuestions,
    registerPresence,
    registerAskingCommands,
    registerAskAgain,
    registerChanges,
    registerFormChoices,
    registerForms,
    registerDecisions,
    registerAnswerActions,
    registerExport,
    registerRefine,
    registerClients,
    registerHome,
    registerInstallations,
  ];
  for (const register of listeners) register(app, tools);
  return {
    start: async () => {
      const { team_id: teamId, user_id: botUserId, bot_id: botId } = await web.auth.test();
      if (!teamId || !botUserId || !botId) throw new Error('auth.test names no bot');
      known.self = { teamId, botUserId, botId };
      if (connection.mode === 'http') await app.start(connection.port);
      else await app.start();
    },
    stop: async () => {
      await work.settled(ACK_MS);
      await app.stop();
      await work.settled(STOP_MS);
    },
    poster: createPoster({ ...tools, web: deliveries, teamId: () => self().teamId }),
  };
};
