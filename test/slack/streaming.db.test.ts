import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import type { Visitor } from '../../src/local-slack/start.ts';
import type { AnswerQuestion } from '../../src/slack/tools.ts';
import { NOW, succeeded } from '../coverage/a-bank.ts';
import { emptyAnswer } from './empty-answer.ts';
import { type Office, openOffice, textOf } from './office.ts';
import { answering, done, open, replies, slowly } from './slow-answers.ts';

let office: Office;
afterEach(() => office.close());

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

/** Tells its steps as the assistant does, one every `ms`. */
const stepping =
  (ms: number, last: AnswerQuestion = answering): AnswerQuestion =>
  async (question) => {
    await pause(ms);
    question.onStep?.({ step: 'understood' });
    await pause(ms);
    question.onStep?.({ step: 'queried', total: 7 });
    await pause(ms);
    return last(question);
  };
const seen = (visitor: Visitor, ts: string, step: string, status: string, output = '') =>
  visitor.waitFor(() =>
    replies(visitor, ts).find(({ stream, blocks }) => {
      const plan = blocks.find(({ type }) => type === 'plan') as { tasks?: object[] } | undefined;
      const task = plan?.tasks?.find((each) => textOrTitle(each).includes(step));
      return (
        stream?.open &&
        task &&
        JSON.stringify(task).includes(`"${status}"`) &&
        JSON.stringify(task).includes(output)
      );
    }),
  );
const textOrTitle = (task: object): string => String((task as { title?: string }).title);

test('each step is under way when it is, and done with what it found before the next is', async () => {
  office = await openOffice(stepping(700));
  const visitor = office.as('M2');
  const ts = visitor.say(visitor.openDm(), 'question');
  await seen(visitor, ts, 'Understand', 'in_progress');
  await seen(visitor, ts, 'Query', 'in_progress');
  await seen(visitor, ts, 'Understand', 'complete');
  await seen(visitor, ts, 'Query', 'complete', '7 clients match');
  await seen(visitor, ts, 'Rank', 'in_progress');
  expect(textOf((await done(visitor, ts)).blocks)).toContain('read as question');
});

test('the assistant itself tells its steps: nothing is shown as done that is not', async () => {
  const steps: string[] = [];
  const opened: { office: Office | null } = { office: null };
  opened.office = await openOffice(async ({ actor, text, locale }) => {
    const database = opened.office?.bank.database;
    if (!database) throw new Error('asked before the office was open');
    const onStep = (step: object) => void steps.push(JSON.stringify(step));
    return succeeded(
      await answerQuestion({ database, now: () => NOW }, { actor, text, locale, onStep }),
    );
  });
  office = opened.office;
  const visitor = office.as('M1');
  await done(visitor, visitor.say(visitor.openDm(), '优质客户'));
  expect(steps).toEqual(['{"step":"understood"}', '{"step":"queried","total":3}']);
  await done(visitor, visitor.say(visitor.openDm(), '客户电话号码是多少'));
  expect(steps).toHaveLength(2);
});

test('an answer that comes at once costs no call for its steps', async () => {
  office = await openOffice(stepping(1));
  const visitor = office.as('M2');
  await done(visitor, visitor.say(visitor.openDm(), 'question'));
  expect(office.slack.inspect.calls('chat.appendStream')).toEqual([]);
});

test('a failure is shown at the step that failed', async () => {
  office = await openOffice(
    stepping(10, async () => {
      throw new Error('out of order');
    }),
  );
  const visitor = office.as('M2');
  const answer = await done(visitor, visitor.say(visitor.openDm(), 'question'));
  const plan = answer.blocks.find(({ type }) => type === 'plan') as unknown as { tasks: object[] };
  expect(plan.tasks.map((task) => (task as { status: string }).status)).toEqual([
    'complete',
    'complete',
    'error',
  ]);
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
