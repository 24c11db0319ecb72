import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Delivery, PostError, type PostFailure } from '../../src/alerts/poster.ts';
import { type Office, openOffice, textOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const delivery = (over: Partial<Delivery['recipient']> = {}, deliveryId = 'd-1'): Delivery => ({
  deliveryId,
  kind: 'digest',
  recipient: {
    managerId: 'M2',
    name: 'Daniel Brown',
    email: 'm2@bank.example',
    slackUserId: null,
    locale: 'en',
    timezone: null,
    ...over,
  },
  businessDate: Temporal.PlainDate.from('2026-11-20'),
  body: {
    managerId: 'M2',
    managerName: 'Daniel Brown',
    businessDate: '2026-11-20',
    currency: 'CNY',
    bookSize: 3,
    headline: [],
    entries: [],
    moreCount: 0,
  },
});

const failureOf = async (posting: Promise<unknown>): Promise<PostFailure | null> => {
  try {
    await posting;
    return null;
  } catch (error) {
    if (error instanceof PostError) return error.failure;
    throw error;
  }
};

test('a digest arrives in the direct messages, and its metadata holds an id and nothing else', async () => {
  const { channelId, messageTs } = await office.app.poster.post(delivery());
  const message = office
    .as('M2')
    .messages(channelId)
    .find(({ ts }) => ts === messageTs);
  expect(textOf(message?.blocks)).toContain('Nothing new for your 3 clients');
  expect(message?.metadata).toEqual({
    event_type: 'bellwether_delivery',
    event_payload: { delivery_id: 'd-1' },
  });
});

test('the direct message is opened once and remembered', async () => {
  for (const id of ['d-1', 'd-2', 'd-3']) await office.app.poster.post(delivery({}, id));
  expect(office.slack.inspect.calls('conversations.open')).toHaveLength(1);
  expect(office.slack.inspect.calls('users.lookupByEmail')).toHaveLength(1);
});

test('what was posted is found again by its id, and what was not is not', async () => {
  const posted = await office.app.poster.post(delivery());
  expect(await office.app.poster.find(delivery())).toEqual(posted);
  expect(await office.app.poster.find(delivery({}, 'd-2'))).toBeNull();
});

test('a message that Slack kept although its answer was lost is found', async () => {
  office.slack.faults.failNext('chat.postMessage', { kind: 'hang_after' });
  expect(await failureOf(office.app.poster.post(delivery()))).toMatchObject({ kind: 'transient' });
  expect(await office.app.poster.find(delivery())).toMatchObject({ messageTs: expect.any(String) });
});

test.each([
  [
    '429',
    { kind: 'rate_limited', retryAfterSeconds: 7 },
    { kind: 'rate_limited', retryAfterSeconds: 7 },
  ],
  ['500', { kind: 'http_error', status: 500 }, { kind: 'transient', reason: 'http 500' }],
  [
    'an unknown error',
    { kind: 'error', error: 'fatal_error' },
    { kind: 'transient', reason: 'fatal_error' },
  ],
  [
    'refused blocks',
    { kind: 'error', error: 'invalid_blocks' },
    { kind: 'permanent', reason: 'invalid_blocks' },
  ],
] as const)('%s is told apart, at once and without a retry', async (_case, fault, expected) => {
  office.slack.faults.failNext('chat.postMessage', fault);
  expect(await failureOf(office.app.poster.post(delivery()))).toEqual(expected);
  expect(office.slack.inspect.calls('chat.postMessage')).toHaveLength(1);
});

test('somebody who is not in the workspace can never be reached', async () => {
  const nobody = delivery({ managerId: 'M9', email: 'gone@bank.example' });
  expect(await failureOf(office.app.poster.post(nobody))).toEqual({
    kind: 'permanent',
    reason: 'users_not_found',
  });
});

test('pitfall 3, one 429 pauses a whole client: a digest that waits for Slack does not hold up a form', async () => {
  office.slack.faults.failNext('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 30 });
  expect(await failureOf(office.app.poster.post(delivery()))).toMatchObject({
    kind: 'rate_limited',
  });
  const visitor = office.as('M2');
  await visitor.command(visitor.openDm(), '/tier', 'C-other key');
  expect(await visitor.waitFor((each) => each.views().at(-1), 2_500)).toBeTruthy();
});
