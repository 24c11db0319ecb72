import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { grace, lin, slackApp, startWorkspace } from './bolt-workspace.ts';

let slack: LocalSlack;
let client: WebClient;
let dm: string;
const clientFor = (token: string, options = {}) =>
  new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, ...options });

beforeEach(async () => {
  slack = await startWorkspace();
  client = clientFor(slackApp.botToken);
  dm = slack.as(lin.userId).openDm();
});
afterEach(() => slack.close());

const error = async (call: Promise<unknown>): Promise<string> => {
  const failure = await call.then(
    () => null,
    (reason) => reason,
  );
  return failure?.data?.error ?? failure?.message ?? 'no error';
};

describe('tokens and methods', () => {
  it('knows its bot', async () => {
    expect(await client.auth.test()).toMatchObject({ user_id: 'U0BOT', bot_id: 'B0BOT' });
  });
  it.each([
    ['a wrong token', () => clientFor('xoxb-wrong').auth.test(), 'invalid_auth'],
    ['no token', () => clientFor('').auth.test(), 'not_authed'],
    ['an app token', () => clientFor('xapp-local').auth.test(), 'not_allowed_token_type'],
    ['an unknown method', () => client.apiCall('pins.add'), 'unknown_method'],
  ])('refuses %s', async (_what, call, code) => {
    expect(await error(call())).toContain(code);
  });
});

describe('messages', () => {
  it('keeps metadata for those who ask', async () => {
    const metadata = { event_type: 'digest', event_payload: { digest_id: 'd1' } };
    await client.chat.postMessage({ channel: dm, text: 'digest', metadata });
    const history = await client.conversations.history({ channel: dm, include_all_metadata: true });
    expect(history.messages?.[0]).toMatchObject({ text: 'digest', metadata });
    const plain = await client.conversations.history({ channel: dm });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
  });

  it('pages the history newest first, within oldest and latest', async () => {
    const posted = [];
    for (const text of ['a', 'b', 'c', 'd']) {
      posted.push((await client.chat.postMessage({ channel: dm, text })).ts);
    }
    const first = await client.conversations.history({ channel: dm, limit: 3 });
    expect(first.messages?.map(({ text }) => text)).toEqual(['d', 'c', 'b']);
    const cursor = first.response_metadata?.next_cursor;
    const second = await client.conversations.history({ channel: dm, limit: 3, cursor });
    expect(second).toMatchObject({ has_more: false, messages: [{ text: 'a' }] });
    const after = await client.conversations.history({ channel: dm, oldest: posted[1] });
    expect(after.messages?.map(({ text }) => text)).toEqual(['d', 'c']);
  });

  it('keeps replies in their thread', async () => {
    const visitor = slack.as(lin.userId);
    const root = visitor.say(dm, 'question');
    await client.chat.postMessage({ channel: dm, text: 'answer', thread_ts: root });
    const history = await client.conversations.history({ channel: dm });
    expect(history.messages).toHaveLength(1);
    expect(history.messages?.[0]).toMatchObject({ reply_count: 1, thread_ts: root });
    const replies = await client.conversations.replies({ channel: dm, ts: root });
    expect(replies.messages?.map(({ text }) => text)).toEqual(['question', 'answer']);
  });

  it('updates only what is given, and only its own messages', async () => {
    const blocks = [{ type: 'divider', block_id: 'line' }];
    const { ts } = await client.chat.postMessage({ channel: dm, text: 'old', blocks });
    await client.chat.update({ channel: dm, ts: ts ?? '', text: 'new' });
    expect(slack.inspect.messages(dm)[0]).toMatchObject({ text: 'new', blocks });
    const theirs = slack.as(lin.userId).say(dm, 'mine');
    const call = client.chat.update({ channel: dm, ts: theirs, text: 'x' });
    expect(await error(call)).toBe('cant_update_message');
  });

  it('shows an ephemeral message to its person and keeps it out of the history', async () => {
    await client.chat.postEphemeral({ channel: 'C0GENERAL', user: lin.userId, text: 'psst' });
    expect(slack.as(lin.userId).messages('C0GENERAL')).toHaveLength(1);
    expect(slack.as(grace.userId).messages('C0GENERAL')).toHaveLength(0);
    const history = await client.conversations.history({ channel: 'C0GENERAL' });
    expect(history.messages).toEqual([]);
  });

  it('names the place of a broken block', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }];
    const failure = await client.chat
      .postMessage({ channel: dm, text: 't', blocks })
      .catch((reason) => reason);
    expect(failure.data).toMatchObject({
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
    });
  });

  it.each([
    ['no_text', () => client.apiCall('chat.postMessage', { channel: dm })],
    ['channel_not_found', () => client.chat.postMessage({ channel: 'C404', text: 'x' })],
    ['msg_too_long', () => client.chat.postMessage({ channel: dm, text: 'x'.repeat(40_001) })],
    ['message_not_found', () => client.chat.update({ channel: dm, ts: '1.1', text: 'x' })],
    [
      'msg_blocks_too_long',
      () =>
        client.chat.postMessage({
          channel: dm,
          text: 't',
          blocks: Array.from({ length: 5 }, () => ({
            type: 'section',
            text: { type: 'mrkdwn', text: 'x'.repeat(2_900) },
          })),
        }),
    ],
  ])('answers %s', async (code, call) => {
    expect(await error(call())).toBe(code);
  });
});

describe('people and conversations', () => {
  it('finds a person by address and opens the same DM each time', async () => {
    const found = await client.users.lookupByEmail({ email: 'LIN.WEI@bank.example' });
    expect(found.user?.id).toBe(lin.userId);
    const opened = await client.conversations.open({ users: lin.userId });
    expect(opened.channel?.id).toBe(dm);
    const info = await client.conversations.info({ channel: dm });
    expect(info.channel).toMatchObject({ is_im: true, user: lin.userId });
  });
  it('lists everybody, the bot among them', async () => {
    const { members } = await client.users.list({});
    expect(members?.map(({ id }) => id)).toEqual([lin.userId, grace.userId, 'U0BOT']);
  });
});

describe('files', () => {
  it('takes what files.uploadV2 sends and gives the same bytes back', async () => {
    const bytes = Buffer.from('客户,等级\n陈伟,黄金\n');
    await client.files.uploadV2({
      channel_id: dm,
      file: bytes,
      filename: 'clients.csv',
      initial_comment: 'your export',
    });
    const message = slack.inspect.messages(dm)[0];
    expect(message).toMatchObject({ text: 'your export' });
    const file = slack.as(lin.userId).file(message?.fileIds[0] ?? '');
    expect(Buffer.from(file?.content ?? '', 'base64')).toEqual(bytes);
    const { file: info } = await client.files.info({ file: file?.id ?? '' });
    const headers = { authorization: `Bearer ${slackApp.botToken}` };
    const download = await fetch(info?.url_private ?? '', { headers });
    expect(Buffer.from(await download.arrayBuffer())).toEqual(bytes);
    expect((await fetch(info?.url_private ?? '')).status).toBe(403);
  });
});

describe('limits and faults', () => {
  it('allows a burst in a channel, then asks to wait', async () => {
    const strict = clientFor(slackApp.botToken, { rejectRateLimitedCalls: true });
    const results = [];
    for (let i = 0; i < 9; i += 1) {
      results.push(await error(strict.chat.postMessage({ channel: dm, text: String(i) })));
    }
    expect(results.slice(0, 8).every((code) => code === 'no error')).toBe(true);
    expect(results[8]).toContain('rate-limit');
    expect(await error(strict.chat.postMessage({ channel: 'C0GENERAL', text: 'x' }))).toBe(
      'no error',
    );
  });

  it('stores the message and then stays silent, on request', async () => {
    slack.faults.failNext('chat.postMessage', { kind: 'hang_after' });
    const hurried = clientFor(slackApp.botToken, { timeout: 100 });
    expect(await error(hurried.chat.postMessage({ channel: dm, text: 'sent' }))).toContain(
      'timeout',
    );
    expect(slack.inspect.messages(dm)).toMatchObject([{ text: 'sent' }]);
  });

  it('answers 429, 5xx, an error or late, on request, as often as asked', async () => {
    const strict = clientFor(slackApp.botToken, { rejectRateLimitedCalls: true });
    slack.faults.failNext('auth.test', { kind: 'rate_limited', retryAfterSeconds: 7 });
    slack.faults.failNext('auth.test', { kind: 'http_error', status: 503 });
    slack.faults.failNext('auth.test', { kind: 'error', error: 'fatal_error' });
    slack.faults.failNext('auth.test', { kind: 'delay', delayMs: 60 });
    const limited = await strict.auth.test().catch((reason) => reason);
    expect(limited.retryAfter).toBe(7);
    expect(await error(strict.auth.test())).toContain('503');
    expect(await error(strict.auth.test())).toBe('fatal_error');
    const startedAt = performance.now();
    expect(await error(strict.auth.test())).toBe('no error');
    expect(performance.now() - startedAt).toBeGreaterThan(50);
    expect(slack.inspect.calls('auth.test').map(({ ok }) => ok)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('blocks.validate', () => {
  const validate = async (body: unknown) => {
    const response = await fetch(`${slack.apiUrl}blocks.validate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  it('needs no token and points at the mistake', async () => {
    expect(await validate({ blocks: [{ type: 'divider' }] })).toEqual({ ok: true });
    expect(await validate({ message: { blocks: [{ type: 'nothing' }] } })).toMatchObject({
      ok: false,
      error: 'invalid_message',
      errors: [{ pointer: '/blocks/0/type', code: 'invalid_enum' }],
    });
    expect(await validate({ message: { text: 'x' } })).toMatchObject({
      errors: [{ pointer: '/text' }],
    });
  });
});
