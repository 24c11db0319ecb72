import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Visitor } from '../../src/local-slack/start.ts';
import type { AnswerQuestion, Question } from '../../src/slack/tools.ts';
import { emptyAnswer } from './empty-answer.ts';
import { CHANNEL, type Office, openOffice, textOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const asked: Question[] = [];
/** An assistant that answers with the asker's own name and words, so that a mix-up shows. */
const echo: AnswerQuestion = async (question) => {
  asked.push(question);
  return {
    ...emptyAnswer,
    language: question.locale,
    interpretation: `${question.actor.managerId} asked ${question.text}`,
    total: 1,
    columns: [
      { key: 'clientId', heading: 'Id', kind: 'id', labels: null, whenNull: '–' },
      { key: 'name', heading: 'Name', kind: 'text', labels: null, whenNull: '–' },
      { key: 'aum', heading: 'AUM', kind: 'money', labels: null, whenNull: '–' },
    ],
    rows: [{ clientId: 'C-quality', name: 'Anna Smith', aum: 123_456 }],
  };
};
const open = async (answer: AnswerQuestion = echo): Promise<void> => {
  asked.length = 0;
  office = await openOffice(answer);
};
const repliesTo = (visitor: Visitor, channel: string, ts: string) =>
  visitor.messages(channel).filter((message) => message.threadTs === ts && message.botId !== null);
const reply = (visitor: Visitor, channel: string, ts: string) =>
  visitor.waitFor(() => {
    const last = repliesTo(visitor, channel, ts).at(-1);
    return last && !last.stream?.open && last;
  });

test('a question in the direct messages is answered in its thread, in full, with the data date', async () => {
  await open();
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'dormant &amp; <clients>');
  const shown = textOf((await reply(visitor, dm, ts)).blocks);
  expect(shown).toContain('M2 asked dormant');
  expect(shown).toContain('Anna Smith');
  expect(shown).toContain('2026-11-20');
  expect(office.slack.inspect.calls('agents.sessions.setStatus')).toHaveLength(1);
});

test('pitfall 1, duplicates: an event delivered twice, under the same id or another, is answered once, by two processes too', async () => {
  await open();
  await office.startAnother();
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  for (const ids of ['same', 'different'] as const) {
    office.slack.faults.duplicateEvents(1, ids);
    const ts = visitor.say(dm, `question ${ids}`);
    await reply(visitor, dm, ts);
    await office.slack.inspect.idle();
    await pause(200);
    expect(repliesTo(visitor, dm, ts)).toHaveLength(1);
  }
  expect(asked).toHaveLength(2);
});

test('somebody whom the bank does not know is told so, and nothing is looked up for them', async () => {
  await open();
  const visitor = office.as('STRANGER');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'Who are my clients?');
  expect(textOf((await reply(visitor, dm, ts)).blocks)).toContain('I do not know you as a manager');
  visitor.openHome();
  const home = await visitor.waitFor((each) => each.homeView());
  expect(textOf(home.blocks)).toContain('I do not know you as a manager');
  expect(asked).toEqual([]);
});

test('a mention is answered in the direct messages; the channel sees no client', async () => {
  await open();
  const visitor = office.as('M2');
  const ts = visitor.say(CHANNEL, '@Bellwether who are my top clients?');
  const inChannel = await reply(visitor, CHANNEL, ts);
  expect(textOf([inChannel])).toContain('I have answered in our direct messages');
  expect(JSON.stringify(office.slack.inspect.messages(CHANNEL))).not.toContain('Anna Smith');
  const dm = visitor.openDm();
  const inDm = await visitor.waitFor((each) => each.messages(dm).at(-1));
  expect(textOf(inDm.blocks)).toContain('M2 asked who are my top clients?');
});

test('/clients in a channel is seen by the asker alone, masked; in the direct messages it is whole', async () => {
  await open();
  const visitor = office.as('M2');
  await visitor.command(CHANNEL, '/clients', 'top clients');
  const shown = await visitor.waitFor((each) => each.messages(CHANNEL).at(-1));
  expect(shown.visibleTo).toBe('U0M2');
  const text = JSON.stringify(shown.blocks);
  for (const secret of ['Anna', 'C-quality', '123']) expect(text).not.toContain(secret);
  expect(text).toContain('A***');
  const dm = visitor.openDm();
  await visitor.command(dm, '/clients', 'top clients');
  const whole = await visitor.waitFor((each) => each.messages(dm).at(-1));
  expect(textOf(whole.blocks)).toContain('Anna Smith');
});

test('a question about one client asked in a channel is answered in the direct messages only', async () => {
  await open(async (question) => ({
    ...(await echo(question)),
    plan: {
      kind: 'client',
      where: [],
      groupBy: [],
      measures: [],
      show: [],
      sort: null,
      limit: null,
      client: { by: 'name', text: 'Anna Smith' },
    },
  }));
  const visitor = office.as('M2');
  await visitor.command(CHANNEL, '/clients', 'Anna Smith');
  const shown = await visitor.waitFor((each) => each.messages(CHANNEL).at(-1));
  expect(textOf([shown])).toContain('This is about one client');
  expect(textOf([shown])).not.toContain('Anna');
});

test('pitfall 6, no ordering: follow-ups belong to the thread and the person, and are answered in their order', async () => {
  await open(async (question) => {
    if (question.text === 'slow') await pause(300);
    return echo(question);
  });
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'slow');
  visitor.say(dm, 'quick', { threadTs: ts });
  await visitor.waitFor(() => repliesTo(visitor, dm, ts).length === 2);
  expect(asked.map(({ text }) => text)).toEqual(['slow', 'quick']);
  expect(asked[0]?.thread).toBe(asked[1]?.thread);
  expect(asked[0]?.thread).toContain('U0M2');
});

test('a colleague who is mentioned stays in the question, and a file does not hide it', async () => {
  await open();
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const files = [{ name: 'note.txt', content: 'x' }];
  const ts = visitor.say(dm, '@Bellwether clients of @M1', { files });
  await reply(visitor, dm, ts);
  expect(asked.map(({ text }) => text)).toEqual(['clients of @U0M1']);
});

test.each([
  ['M1', '帮助', '打开客户移交表单'],
  ['M2', 'help', 'gives a client to another manager'],
])('help in the direct messages is in the language of %s', async (id, word, expected) => {
  await open();
  const visitor = office.as(id);
  const dm = visitor.openDm();
  const ts = visitor.say(dm, word);
  expect(textOf((await reply(visitor, dm, ts)).blocks)).toContain(expected);
  expect(asked).toEqual([]);
});

test('edits, deletions and messages of other bots are no questions', async () => {
  await open();
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'first');
  await reply(visitor, dm, ts);
  visitor.edit(dm, ts, 'second');
  visitor.remove(dm, ts);
  await office.slack.inspect.idle();
  await pause(200);
  expect(asked.map(({ text }) => text)).toEqual(['first']);
});

test('a failure is said in a sentence and logged without what was asked', async () => {
  await open(async () => {
    throw new Error('secret detail');
  });
  const visitor = office.as('M1');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, '张三的资产');
  expect(textOf((await reply(visitor, dm, ts)).blocks)).toContain('系统出现异常');
  expect(office.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  expect(JSON.stringify(office.logged)).not.toContain('张三');
});

test('where Slack refuses a table, the same is sent as lines', async () => {
  await open();
  office.slack.faults.failNext('chat.stopStream', { kind: 'error', error: 'invalid_blocks' });
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'top clients');
  const answer = await reply(visitor, dm, ts);
  expect(answer.blocks.map(({ type }) => type)).not.toContain('data_table');
  expect(textOf(answer.blocks)).toContain('Anna Smith');
});

test('opening the messages tab suggests questions in the language of the person', async () => {
  await open();
  for (const [id, prompt] of [
    ['M1', '我的沉睡高价值客户有哪些？'],
    ['M2', 'Who are my dormant high-value clients?'],
  ] as const) {
    const visitor = office.as(id);
    visitor.openMessagesTab();
    const shown = await visitor.waitFor((each) => {
      const { prompts } = each.suggestedPrompts(each.openDm());
      return prompts.length > 0 && prompts;
    });
    expect(shown.map(({ message }) => message)).toContain(prompt);
  }
});

test('a stop waits for the answer that is under way', async () => {
  await open(async (question) => {
    await pause(500);
    return echo(question);
  });
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  const ts = visitor.say(dm, 'slow');
  await visitor.waitFor(() => office.slack.inspect.calls('agents.sessions.setStatus').length > 0);
  await office.app.stop();
  expect(repliesTo(visitor, dm, ts)).toHaveLength(1);
});
