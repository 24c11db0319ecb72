import { type Delivery, PostError, type Posted, type Poster } from '../../src/alerts/poster.ts';

/** What a post does: arrives, arrives but answers with an error, is refused, or takes the process down. */
export type Fate = 'ok' | 'stored_then_error' | 'error' | 'permanent' | { retryAfter: number };

export type FakeSlack = Poster & {
  /** Delivery ids in the order in which their messages were stored. */
  messages: string[];
  /** Managers in the order of the attempts to post to them. */
  posts: string[];
  lookUps: string[];
};

/** Slack in memory: `fates` are used up by the posts, in order; afterwards every post arrives. */
export const createFakeSlack = (
  fates: Fate[] = [],
  lookUpFails: () => boolean = () => false,
): FakeSlack => {
  const stored = new Map<string, Posted>();
  const slack: FakeSlack = {
    messages: [],
    posts: [],
    lookUps: [],
    post: async (delivery) => {
      slack.posts.push(delivery.recipient.managerId);
      return post(delivery, fates.shift() ?? 'ok');
    },
    find: async ({ deliveryId, recipient }) => {
      slack.lookUps.push(recipient.managerId);
      if (lookUpFails()) throw new PostError({ kind: 'transient', reason: 'history_failed' });
      return stored.get(deliveryId) ?? null;
    },
  };
  const store = ({ deliveryId, recipient }: Delivery): Posted => {
    slack.messages.push(deliveryId);
    const posted = {
      channelId: `D${recipient.managerId}`,
      messageTs: `${slack.messages.length}.0`,
    };
    stored.set(deliveryId, posted);
    return posted;
  };
  const post = (delivery: Delivery, fate: Fate): Posted => {
    if (fate === 'ok') return store(delivery);
    if (fate === 'stored_then_error') store(delivery);
    if (fate === 'permanent') throw new PostError({ kind: 'permanent', reason: 'users_not_found' });
    if (typeof fate === 'object')
      throw new PostError({ kind: 'rate_limited', retryAfterSeconds: fate.retryAfter });
    throw new PostError({ kind: 'transient', reason: 'timeout' });
  };
  return slack;
};
