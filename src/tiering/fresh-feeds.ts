/** Decides which feeds can be believed on D: delivered, and not ending longer ago than the policy allows. */
import { daysBetween } from '../domain/business-date.ts';
import type { Policy } from './policy.ts';
import type { AgedFeed } from './policy-document.ts';

/** Through which date each delivered feed is complete; a feed that never came is absent. */
export type FeedDates = ReadonlyMap<string, Temporal.PlainDate>;

/** Salaries are transactions: without a date of their own they are as fresh as those. */
export const freshFeeds = (
  feeds: FeedDates,
  policy: Policy,
  on: Temporal.PlainDate,
): ReadonlySet<AgedFeed> => {
  const fresh = new Set<AgedFeed>();
  for (const feed of Object.keys(policy.feedsStaleAfterDays) as AgedFeed[]) {
    const through = feeds.get(feed) ?? (feed === 'salary' ? feeds.get('transactions') : undefined);
    if (through && daysBetween(through, on) <= policy.feedsStaleAfterDays[feed]) fresh.add(feed);
  }
  return fresh;
};
