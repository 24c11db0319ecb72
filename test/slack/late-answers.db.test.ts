import { afterEach, expect, test } from 'vitest';
import type { AnswerQuestion } from '../../src/slack/tools.ts';
import { emptyAnswer } from './empty-answer.ts';
import { type Office, openOffice, textOf } from './office.ts';
import { done, open, replies, slowly } from './slow-answers.ts';

let office: Office;
afterEach(() => office.close());

test('what takes longer than a stream lives is said to, and the answer is written over it when it comes', async () => {
  office = await openOffice(slowly(900), {}, { streamMs: 200 });
  const visitor = office.as('M2');
  const ts = visitor.say(visitor.openDm(), 'slow');
  const waiting = await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('takes longer than usual')),
  );
  expect(waiting.stream?.open).toBe(false);
  const answer = await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('read as slow')),
  );
  expect(answer.ts).toBe(waiting.ts);
  expect(textOf(answer.blocks)).not.toContain('takes longer');
  expect(office.slack.inspect.calls('chat.update')).toHaveLength(1);
});

test('where Slack takes the late answer in a simpler form only, that is written', async () => {
  office = await openOffice(slowly(600), {}, { streamMs: 100 });
  office.slack.faults.failNext('chat.update', { kind: 'error', error: 'invalid_blocks' });
  const visitor = office.as('M2');
  const ts = visitor.say(visitor.openDm(), 'slow');
  await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('read as slow')),
  );
});

test('a late answer can be stopped too', async () => {
  office = await openOffice(slowly(60_000), {}, { streamMs: 100 });
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'slow');
  await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('takes longer than usual')),
  );
  visitor.stop(dm, ts);
  await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('Stopped.')),
  );
});

test('a refined answer and a picked choice are stopped like a question', async () => {
  office = await openOffice(async ({ text }) =>
    text === 'unclear'
      ? {
          ...emptyAnswer,
          status: 'clarify',
          choices: [{ label: 'Slow', plan: null, question: 'slow' }],
        }
      : slowly(60_000)({ text } as Parameters<AnswerQuestion>[0]),
  );
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'unclear');
  const unclear = await done(visitor, ts);
  await visitor.press({ channel: dm, ts: unclear.ts }, 'ask_again_0');
  await open(visitor, ts);
  visitor.stop(dm, ts);
  await visitor.waitFor(() =>
    replies(visitor, ts).find(({ blocks }) => textOf(blocks).includes('Stopped.')),
  );
});
