import { type Logger, WebClient, type WebClientOptions } from '@slack/web-api';

const TIMEOUT_MS = 10_000;
/** Finding a person, opening the DM and posting have to fit into the outbox's 25 seconds. */
const DELIVERY_TIMEOUT_MS = 8_000;

type Settings = { botToken: string; slackApiUrl?: string; logger: Logger };

const address = ({ slackApiUrl }: Pick<Settings, 'slackApiUrl'>): WebClientOptions =>
  slackApiUrl === undefined ? {} : { slackApiUrl };

/** Each receiver and client gets options of its own: Bolt's Socket Mode changes the ones that it is given. */
export const interactiveOptions = (settings: Omit<Settings, 'botToken'>): WebClientOptions => ({
  ...address(settings),
  logger: settings.logger,
  timeout: TIMEOUT_MS,
  retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 1_000 },
});

/** A status that comes late is worth nothing. */
const COURTESY_TIMEOUT_MS = 2_000;

export type WebClients = { web: WebClient; deliveries: WebClient; courtesy: WebClient };

/**
 * Three clients, because a 429 pauses everything that one client has queued: people who wait for a form must
 * not wait for the morning's digests, nor anybody for a status line. Only the first retries by itself; the
 * outbox does it for the second, and what the third cannot do is left undone.
 */
export const openWebClients = (settings: Settings): WebClients => {
  const impatient = (timeout: number): WebClient =>
    new WebClient(settings.botToken, {
      ...address(settings),
      logger: settings.logger,
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
  return {
    web: new WebClient(settings.botToken, interactiveOptions(settings)),
    deliveries: impatient(DELIVERY_TIMEOUT_MS),
    courtesy: impatient(COURTESY_TIMEOUT_MS),
  };
};
