import type { RateLimit, RateLimits } from './types.ts';

/** Published tiers, calls a minute; a method not named here is not limited. */
const perMinute: Record<string, number> = {
  'conversations.open': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'chat.update': 50,
  'chat.delete': 50,
  'agents.sessions.setStatus': 50,
  'users.list': 20,
  'users.lookupByEmail': 50,
  'users.info': 100,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'views.publish': 100,
  'chat.postEphemeral': 100,
  'chat.appendStream': 100,
};
const posts = new Set(['chat.postMessage', 'chat.startStream']);

export const slackRateLimits: RateLimits = {
  channelPosts: { burst: 8, perMinute: 60 },
  workspacePosts: { burst: 100, perMinute: 600 },
  tiers: true,
};

type Bucket = { tokens: number; at: number };

/** Takes one token; returns the whole seconds to wait when there is none, else 0. */
const take = (bucket: Bucket, limit: RateLimit): number => {
  const now = performance.now();
  const refill = ((now - bucket.at) / 60_000) * limit.perMinute;
  bucket.tokens = Math.min(limit.burst, bucket.tokens + refill);
  bucket.at = now;
  if (bucket.tokens < 1)
    return Math.max(1, Math.ceil(((1 - bucket.tokens) / limit.perMinute) * 60));
  bucket.tokens -= 1;
  return 0;
};

/** Seconds to wait before this call may be made; 0 when it may be made now. */
export type Limiter = (method: string, channel: string) => number;

export const createLimiter = (limits: RateLimits): Limiter => {
  const buckets = new Map<string, Bucket>();
  const wait = (name: string, limit: RateLimit): number => {
    if (limit.perMinute === Number.POSITIVE_INFINITY) return 0;
    const bucket = buckets.get(name) ?? { tokens: limit.burst, at: performance.now() };
    buckets.set(name, bucket);
    return take(bucket, limit);
  };
  return (method, channel) => {
    if (posts.has(method)) {
      return (
        wait(`channel ${channel}`, limits.channelPosts) || wait('posts', limits.workspacePosts)
      );
    }
    const tier = perMinute[method];
    if (!limits.tiers || tier === undefined) return 0;
    return wait(method, { burst: tier, perMinute: tier });
  };
};
