/** Four of the eight things that go wrong with Slack; the other four stand where they belong, by their number. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Visitor } from '../../src/local-slack/start.ts';
import { askIn } from './assistant.ts';
import { emptyAnswer } from './empty-answer.ts';
import { CHANNEL, type Office, openOffice, textOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const answered = (visitor: Visitor, text: string) =>
  askIn(visitor, text).then(({ blocks }) => textOf(blocks));
const echo = async ({ text }: { text: string }) => ({
  ...emptyAnswer,
  interpretation: `read as ${text}`,
});

test('pitfall 2, the ack waits for authorisation: the token is checked at start and never again', async () => {
  office = await openOffice(echo);
  office.slack.faults.failNext('auth.test', { kind: 'hang' }, 20);
  const visitor = office.as('M2');
  expect(await answered(visitor, 'one')).toContain('read as one');
  expect((await visitor.command(CHANNEL, '/clients', 'two')).status).toBe('ok');
  await visitor.shortcut('find_clients');
  expect(office.slack.inspect.calls('auth.test')).toHaveLength(1);
});

test('pitfall 4, Socket Mode changes shared retry settings: a failing call is tried three times, not a hundred', async () => {
  office = await openOffice(echo);
  const visitor = office.as('M2');
  office.slack.faults.failNext('chat.startStream', { kind: 'http_error' }, 50);
  expect(await answered(visitor, 'one')).toContain('read as one');
  expect(office.slack.inspect.calls('chat.startStream')).toHaveLength(3);
});

test('pitfall 5, a gap at each refresh: a second process answers meanwhile, once', async () => {
  office = await openOffice(echo);
  await office.startAnother();
  const visitor = office.as('M2');
  office.slack.faults.refreshConnections();
  expect(await answered(visitor, 'one')).toContain('read as one');
  await office.slack.inspect.idle();
  const replies = visitor.messages(visitor.openDm()).filter(({ botId }) => botId !== null);
  expect(replies).toHaveLength(1);
});

test('pitfall 7, crashes: when Slack refuses everything that is said, the process lives and says so in its log', async () => {
  office = await openOffice(echo);
  const rejections: unknown[] = [];
  const note = (error: unknown) => rejections.push(error);
  process.on('unhandledRejection', note);
  const visitor = office.as('M2');
  const saying = ['chat.startStream', 'chat.stopStream', 'chat.postMessage', 'chat.postEphemeral'];
  for (const method of saying)
    office.slack.faults.failNext(method, { kind: 'error', error: 'internal_error' }, 3);
  visitor.say(visitor.openDm(), 'lost');
  await expect.poll(() => office.logged.some(({ level }) => level === 'error')).toBe(true);
  office.slack.faults.clear();
  expect(await answered(visitor, 'next')).toContain('read as next');
  await pause(50);
  process.off('unhandledRejection', note);
  expect(rejections).toEqual([]);
});

test('a question that is deleted while it is answered is answered all the same, and nothing fails', async () => {
  office = await openOffice(async (question) => {
    await pause(200);
    return echo(question);
  });
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'going');
  visitor.edit(dm, ts, 'changed');
  visitor.remove(dm, ts);
  await visitor.waitFor((each) =>
    each.messages(dm).find(({ blocks }) => textOf(blocks).includes('read as going')),
  );
  expect(office.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('guests and members of other workspaces are told that there is nothing for them, whatever they press', async () => {
  office = await openOffice(echo);
  office.slack.faults.failNext('users.info', { kind: 'delay', delayMs: 0 });
  const visitor = office.as('STRANGER');
  await visitor.command(CHANNEL, '/client', 'C-key');
  const told = await visitor.waitFor((each) => each.messages(CHANNEL).at(-1));
  expect(textOf([told])).toContain('I do not know you');
  await visitor.shortcut('find_clients');
  await office.slack.inspect.idle();
  expect(visitor.views()).toEqual([]);
});

test('a status line that Slack is too busy for holds up neither the answer nor anybody’s form', async () => {
  office = await openOffice(echo);
  const busy = { kind: 'rate_limited', retryAfterSeconds: 60 } as const;
  office.slack.faults.failNext('agents.sessions.setStatus', busy, 5);
  office.slack.faults.failNext('assistant.threads.setStatus', busy, 5);
  const visitor = office.as('M2');
  expect(await answered(visitor, 'one')).toContain('read as one');
  await visitor.command(CHANNEL, '/tier', 'C-other key');
  await visitor.waitFor((each) => each.views().at(-1), 2_500);
});
