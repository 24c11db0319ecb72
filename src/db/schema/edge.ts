import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Locale } from '../../domain/actor.ts';
import { atInstant, id, onDate } from './columns.ts';

/**
 * superseded: a digest that was still queued when the next one, which holds its news too, was made;
 * withheld: made for a manager who wants none sent, to be shown when asked for.
 */
export type DeliveryStatus =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'parked'
  | 'superseded'
  | 'withheld';

/**
 * The outbox: what is to be posted to whom, and the proof that it was. `sending` holds a lease; after the
 * lease the message is looked up by `deliveryId` in its metadata before anything is sent again.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    deliveryId: id('delivery_id').primaryKey(),
    /** What it is about, once: `digest:RM001:2026-11-20`, `notice:<request>:<manager>`. */
    subject: text('subject').notNull().unique(),
    kind: text('kind').$type<'digest' | 'notice'>().notNull(),
    managerId: id('manager_id').notNull(),
    businessDate: onDate('business_date').notNull(),
    /** What to say, as data; Slack's edge renders it. */
    body: jsonb('body').notNull(),
    status: text('status').$type<DeliveryStatus>().notNull(),
    /** Counts and fences the senders: a sender marks only its own attempt. */
    attempts: integer('attempts').notNull().default(0),
    notBefore: atInstant('not_before').notNull(),
    leaseUntil: atInstant('lease_until'),
    channelId: text('channel_id'),
    messageTs: text('message_ts'),
    lastError: text('last_error'),
    queuedAt: atInstant('queued_at').notNull(),
    sentAt: atInstant('sent_at'),
  },
  (t) => [
    index('deliveries_open').on(t.notBefore).where(sql`status in ('queued', 'sending', 'parked')`),
    index().on(t.managerId),
  ],
);

/** One fire of one job; who inserts the row runs it. */
export const jobClaims = pgTable(
  'job_claims',
  {
    job: text('job').notNull(),
    fireAt: atInstant('fire_at').notNull(),
    /** Renewed while the job runs, so that a dead process is told from a slow one. */
    claimedAt: atInstant('claimed_at').notNull(),
    /** null = in hand, or its process died. */
    finishedAt: atInstant('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.job, t.fireAt] })],
);

/** What was asked and answered: enough to run it again exactly. The question's words are not kept. */
export const receipts = pgTable(
  'receipts',
  {
    receiptId: id('receipt_id').primaryKey(),
    at: atInstant('at').notNull(),
    actorId: id('actor_id').notNull(),
    questionHash: text('question_hash').notNull(),
    locale: text('locale').notNull(),
    status: text('status').notNull(),
    /** null = nothing was run (not understood, refused). */
    plan: jsonb('plan'),
    plannedBy: text('planned_by').notNull(),
    businessDate: onDate('business_date').notNull(),
    policyVersion: text('policy_version').notNull(),
    scope: text('scope').notNull(),
    total: integer('total'),
    resultHash: text('result_hash'),
    reason: text('reason'),
    /** Client id → short hash of its row, in the order shown: what a replay names when it differs. */
    rowHashes: jsonb('row_hashes').$type<[clientId: string, hash: string][]>(),
  },
  (t) => [index().on(t.actorId, t.at)],
);

/** How much of the model a person used on a day (UTC). */
export const modelSpend = pgTable(
  'model_spend',
  {
    actorId: id('actor_id').notNull(),
    on: onDate('on').notNull(),
    calls: integer('calls').notNull(),
    tokens: integer('tokens').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.on] })],
);

/** The last turn of a person in a thread, against which a follow-up is read; gone a day later. */
export const conversations = pgTable(
  'conversations',
  {
    actorId: id('actor_id').notNull(),
    /** A hash of what names the thread: a Slack thread, or --thread. */
    threadHash: text('thread_hash').notNull(),
    at: atInstant('at').notNull(),
    memory: jsonb('memory').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.threadHash] }), index().on(t.at)],
);

/** What the asker thought of an answer; the last press counts. */
export const answerFeedback = pgTable('answer_feedback', {
  receiptId: id('receipt_id').primaryKey(),
  actorId: id('actor_id').notNull(),
  verdict: text('verdict').$type<'helpful' | 'unhelpful'>().notNull(),
  at: atInstant('at').notNull(),
});

/** What a manager chose for themself; null = not chosen, so that Slack's or the bank's setting counts. */
export const preferences = pgTable('preferences', {
  managerId: id('manager_id').primaryKey(),
  locale: text('locale').$type<Locale>(),
  /** Wall time of the digest, HH:MM. */
  digestAt: text('digest_at'),
  digestOff: boolean('digest_off').notNull().default(false),
  updatedAt: atInstant('updated_at').notNull(),
});

/** A workspace (or, with an enterprise id as its key, an organisation) that installed the app. */
export const slackInstallations = pgTable('slack_installations', {
  installedIn: text('installed_in').primaryKey(),
  /** What Slack handed over, the bot's token in it; null = the app was removed there. */
  installation: jsonb('installation'),
  updatedAt: atInstant('updated_at').notNull(),
});

/** A confirm card or an open modal: consumed once, by the person who opened it. */
export const drafts = pgTable('drafts', {
  draftId: id('draft_id').primaryKey(),
  kind: text('kind').notNull(),
  actorId: id('actor_id').notNull(),
  payload: jsonb('payload').notNull(),
  createdAt: atInstant('created_at').notNull(),
  consumedAt: atInstant('consumed_at'),
});

/** Slack delivers some events twice, under other ids too: the first insert of a key wins. */
export const slackEvents = pgTable('slack_events', {
  eventKey: text('event_key').primaryKey(),
  seenAt: atInstant('seen_at').notNull(),
});

/** Slack people matched to managers by e-mail; null manager = looked up and unknown. */
export const slackPeople = pgTable(
  'slack_people',
  {
    teamId: text('team_id').notNull(),
    slackUserId: text('slack_user_id').notNull(),
    managerId: id('manager_id'),
    dmChannelId: text('dm_channel_id'),
    locale: text('locale'),
    timezone: text('timezone'),
    lookedUpAt: atInstant('looked_up_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.slackUserId] }), index().on(t.managerId)],
);
