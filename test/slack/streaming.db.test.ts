import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Visitor } from '../../src/local-slack/start.ts';
import type { AnswerQuestion } from '../../src/slack/tools.ts';
import { emptyAnswer } from './empty-answer.ts';
import { type Office, openOffice, textOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const answering: AnswerQuestion = async ({ text }) => ({
  ...emptyAnswer,
  interpretation: `read as ${text}`,
  total: 3,
});
const slowly =
  (ms: number): AnswerQuestion =>
  async (question) => {
    await pause(ms);
    return answering(question);
  };
const replies = (visitor: Visitor, ts: string) =>
  visitor.messages(visitor.openDm()).filter((one) => one.threadTs === ts && one.botId !== null);
const done = (visitor: Visitor, ts: string) =>
  visitor.waitFor(() => {
    const last = replies(visitor, ts).at(-1);
    return last && !last.stream?.open && last;
  });
const open = async (visitor: Visitor, ts: string) =>
  visitor.waitFor(() => replies(visitor, ts).find((one) => one.stream?.open));

test('the steps are seen while the answer comes about, in the language of the person', async () => {
  office = await openOffice(slowly(300));
  const visitor = office.as('M1');
  const ts = visitor.say(visitor.openDm(), 'question');
  const begun = await open(visitor, ts);
  expect(JSON.stringify(begun.blocks)).toContain('理解问题');
  expect(JSON.stringify(begun.blocks)).toContain('in_progress');
  await visitor.waitFor((each) => each.status(each.openDm(), ts).session === 'processing');
  const answer = await done(visitor, ts);
  const shown = JSON.stringify(answer.blocks);
  for (const step of ['理解问题', '查询数据', '排序整理', '共 3 位客户符合条件'])
    expect(shown).toContain(step);
  expect(shown).not.toContain('in_progress');
  expect(textOf(answer.blocks)).toContain('read as question');
  expect(replies(visitor, ts)).toHaveLength(1);
  expect(visitor.status(visitor.openDm(), ts).session).toBe('active');
});

test('a question that is refused shows no step that never happened', async () => {
  office = await openOffice(async () => ({
    ...emptyAnswer,
    status: 'refused',
    reasonText: 'not mine to say',
  }));
  const visitor = office.as('M2');
  const answer = await done(visitor, visitor.say(visitor.openDm(), 'phone number'));
  expect(JSON.stringify(answer.blocks)).toContain('Understand');
  expect(JSON.stringify(answer.blocks)).not.toContain('Query');
});

test('the stop button ends the answer, and the next question of the thread is answered', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  office = await openOffice(async (question) => {
    signals.push(question.signal);
    return slowly(question.text === 'slow' ? 60_000 : 0)(question);
  });
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'slow');
  await open(visitor, ts);
  visitor.stop(dm, ts);
  const stopped = await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('Stopped.')),
  );
  expect(stopped.blocks.some(({ type }) => type === 'data_table')).toBe(false);
  expect(signals[0]?.aborted).toBe(true);
  visitor.say(dm, 'quick', { threadTs: ts });
  await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('read as quick')),
  );
});

test('a stop that another process was told of leaves no answer either', async () => {
  // Whoever closes the stream early, Slack says the same.
  office = await openOffice(slowly(400), { streamMs: 100 });
  const visitor = office.as('M2');
  const ts = visitor.say(visitor.openDm(), 'question');
  const message = await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('Stopped.')),
  );
  expect(textOf(message.blocks)).not.toContain('read as');
});

test.each(['chat.startStream', 'agents.sessions.setStatus'])(
  'where Slack does not know %s, the answer comes all the same',
  async (method) => {
    office = await openOffice(answering);
    office.slack.faults.failNext(method, { kind: 'error', error: 'unknown_method' });
    const visitor = office.as('M2');
    const answer = await done(visitor, visitor.say(visitor.openDm(), 'question'));
    expect(textOf(answer.blocks)).toContain('read as question');
  },
);

test('a failure ends the stream with a sentence and a step in error', async () => {
  office = await openOffice(async () => {
    throw new Error('out of order');
  });
  const visitor = office.as('M2');
  const answer = await done(visitor, visitor.say(visitor.openDm(), 'question'));
  expect(textOf(answer.blocks)).toContain('Something went wrong on my side');
  expect(JSON.stringify(answer.blocks)).toContain('"error"');
});
