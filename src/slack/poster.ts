/** Posts what the outbox holds into managers' direct messages, and finds again what was posted before a crash. */
import type { WebClient } from '@slack/web-api';
import type { Digest } from '../alerts/digest.ts';
import {
  DELIVERY_EVENT_TYPE,
  type Delivery,
  PostError,
  type Posted,
  type Poster,
  type Recipient,
} from '../alerts/poster.ts';
import type { DataQualityNotice } from '../alerts/report-held.ts';
import type { Notice } from '../coverage/notices.ts';
import type { Locale } from '../domain/actor.ts';
import { findDirectMessage, saveDirectMessage } from '../identity/direct-messages.ts';
import { loadPreferences } from '../identity/preferences.ts';
import type { IdentityContext } from '../identity/resolve-person.ts';
import { asPostError } from './post-failure.ts';
import type { MessageView } from './views/blocks.ts';
import { digestView } from './views/digest.ts';
import { noticeView } from './views/notice.ts';

/** Where managers may be found; what is posted goes through the clients for deliveries. */
type PosterContext = IdentityContext & {
  workspaces: () => Promise<{ self: { teamId: string }; clients: { deliveries: WebClient } }[]>;
};
type Place = { teamId: string; web: WebClient };
type Target = { web: WebClient; channelId: string; locale: Locale };

const HISTORY_PAGE = 200;
const HISTORY_PAGES_MAX = 3;
/** A delivery is looked for within days; a DM of older messages need not be read. */
const HISTORY_DAYS = 7;

const findSlackUser = async (web: WebClient, recipient: Recipient): Promise<string> => {
  if (recipient.slackUserId) return recipient.slackUserId;
  const { user } = await web.users.lookupByEmail({ email: recipient.email });
  if (user?.id && !user.deleted) return user.id;
  throw new PostError({ kind: 'permanent', reason: 'user_not_found' });
};

const openTarget = async (
  ctx: PosterContext,
  { teamId, web }: Place,
  recipient: Recipient,
): Promise<Target> => {
  const known = await findDirectMessage(ctx, teamId, recipient.managerId);
  const { locale: chosen } = await loadPreferences(ctx, recipient);
  const locale = chosen ?? recipient.locale ?? known?.locale ?? 'en';
  if (known?.channelId) return { web, channelId: known.channelId, locale };
  const slackUserId = known?.slackUserId ?? (await findSlackUser(web, recipient));
  const { channel } = await web.conversations.open({ users: slackUserId });
  if (!channel?.id) throw new PostError({ kind: 'transient', reason: 'no channel' });
  const who = { teamId, slackUserId, managerId: recipient.managerId };
  await saveDirectMessage(ctx, who, channel.id);
  return { web, channelId: channel.id, locale };
};

const isPermanent = (error: unknown): boolean => {
  const failure = asPostError(error);
  return failure instanceof PostError && failure.failure.kind === 'permanent';
};

/** In whichever workspace the manager is. That they are in none is sure only where every one could be asked. */
const findTarget = async (ctx: PosterContext, recipient: Recipient): Promise<Target> => {
  const failures: unknown[] = [];
  for (const { self, clients } of await ctx.workspaces()) {
    try {
      return await openTarget(ctx, { teamId: self.teamId, web: clients.deliveries }, recipient);
    } catch (error) {
      failures.push(error);
    }
  }
  const nowhere = new PostError({ kind: 'transient', reason: 'the app is installed nowhere' });
  throw failures.find((error) => !isPermanent(error)) ?? failures[0] ?? nowhere;
};

const viewOf = ({ kind, body }: Delivery, locale: Locale): MessageView =>
  kind === 'digest'
    ? digestView(body as unknown as Digest, locale)
    : noticeView(body as unknown as Notice | DataQualityNotice, locale);

const post = async (ctx: PosterContext, delivery: Delivery): Promise<Posted> => {
  const { web, channelId, locale } = await findTarget(ctx, delivery.recipient);
  const { ts } = await web.chat.postMessage({
    ...viewOf(delivery, locale),
    channel: channelId,
    unfurl_links: false,
    unfurl_media: false,
    // Other apps can read metadata: an opaque id and nothing of a client.
    metadata: {
      event_type: DELIVERY_EVENT_TYPE,
      event_payload: { delivery_id: delivery.deliveryId },
    },
  });
  return { channelId, messageTs: ts ?? '' };
};

type History = Awaited<ReturnType<WebClient['conversations']['history']>>;

const carries = (message: NonNullable<History['messages']>[number], deliveryId: string): boolean =>
  message.metadata?.event_type === DELIVERY_EVENT_TYPE &&
  (message.metadata.event_payload as { delivery_id?: unknown })?.delivery_id === deliveryId;

const find = async (ctx: PosterContext, delivery: Delivery): Promise<Posted | null> => {
  const { web, channelId } = await findTarget(ctx, delivery.recipient);
  const oldest = ctx.now().subtract({ hours: 24 * HISTORY_DAYS }).epochMilliseconds / 1_000;
  let cursor: string | undefined;
  for (let page = 0; page < HISTORY_PAGES_MAX; page += 1) {
    const history: History = await web.conversations.history({
      channel: channelId,
      limit: HISTORY_PAGE,
      oldest: oldest.toFixed(6),
      include_all_metadata: true,
      ...(cursor ? { cursor } : {}),
    });
    const found = history.messages?.find((message) => carries(message, delivery.deliveryId));
    if (found?.ts) return { channelId, messageTs: found.ts };
    cursor = history.response_metadata?.next_cursor || undefined;
    if (!cursor) return null;
  }
  throw new PostError({ kind: 'transient', reason: 'too many messages to look through' });
};

/** A Poster over clients that must not retry by themselves nor wait out a rate limit. */
export const createPoster = (ctx: PosterContext): Poster => {
  const failing = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      throw asPostError(error);
    }
  };
  return {
    post: (delivery) => failing(post(ctx, delivery)),
    find: (delivery) => failing(find(ctx, delivery)),
  };
};
