/** How events come in: over a socket, by signed requests, or by signed requests beside pages that install the app. */
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { errorFields } from '../ops/error-fields.ts';
import type { SlackConnection } from './connection.ts';
import type { SealedStore } from './installation-store.ts';
import { type Log, slackLogger } from './log.ts';
import { SCOPES } from './manifest.ts';
import { interactiveOptions } from './web-clients.ts';

const logFailure =
  (log: Log) =>
  async ({ error }: { error: Error }): Promise<boolean> => {
    log.error(errorFields(error), 'a slack event failed before a listener saw it');
    // Acknowledged all the same: Slack would repeat what fails every time.
    return true;
  };

export const createReceiver = (
  connection: SlackConnection,
  log: Log,
  store: SealedStore | null,
): Receiver => {
  const logger = slackLogger(log);
  const processEventErrorHandler = logFailure(log);
  const { slackApiUrl, authorizationUrl } = connection;
  const clientOptions = interactiveOptions({ logger, ...(slackApiUrl ? { slackApiUrl } : {}) });
  const installerOptions = { clientOptions };
  if (connection.mode === 'socket') {
    const { appToken } = connection;
    return new SocketModeReceiver({ appToken, logger, installerOptions, processEventErrorHandler });
  }
  const { signingSecret, port } = connection;
  const http = { signingSecret, port, logger, processEventErrorHandler };
  if (connection.mode === 'http' || !store) return new HTTPReceiver(http);
  const { clientId, clientSecret, stateSecret, redirectUri } = connection;
  const redirectUriPath = redirectUri ? new URL(redirectUri).pathname : '/slack/oauth_redirect';
  return new HTTPReceiver({
    ...http,
    ...{ clientId, clientSecret, stateSecret, installationStore: store, scopes: [...SCOPES] },
    ...(redirectUri ? { redirectUri } : {}),
    installerOptions: {
      ...installerOptions,
      ...(redirectUri ? { redirectUriPath } : {}),
      ...(authorizationUrl ? { authorizationUrl } : {}),
    },
  });
};
