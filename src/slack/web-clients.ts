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

/**
 * Two clients, because a 429 pauses everything that one client has queued: people who wait for a form must
 * not wait for the morning's digests. The second never retries by itself; the outbox does.
 */
export const openWebClients = (settings: Settings): { web: WebClient; deliveries: WebClient } => ({
  web: new WebClient(settings.botToken, interactiveOptions(settings)),
  deliveries: new WebClient(settings.botToken, {
    ...address(settings),
    logger: settings.logger,
    timeout: DELIVERY_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }),
});
