import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerFeedback, conversations } from '../../src/db/schema/index.ts';
import type { Message, View, Visitor } from '../../src/local-slack/start.ts';
import { askIn, nextIn, openAnsweringOffice } from './assistant.ts';
import { type Office, textOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openAnsweringOffice();
});
afterEach(() => office.close());

const at = ({ channel, ts }: Message) => ({ channel, ts });
const openRefine = async (visitor: Visitor, answer: Message): Promise<View> => {
  expect((await visitor.press(at(answer), 'refine')).status).toBe('ok');
  return visitor.waitFor((each) => each.views().at(-1));
};
const follow = (visitor: Visitor, answer: Message, after = 1) =>
  nextIn(visitor, answer.channel, answer.threadTs ?? '', after);

test('Key changed to Quality in the form: the answer follows in the thread, and no words are read', async () => {
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'key clients');
  const view = await openRefine(visitor, answer);
  const sent = await visitor.submitView(view.id, { c0_codes: ['quality'] });
  expect(sent.status).toBe('ok');
  const next = await follow(visitor, answer);
  expect(textOf(next.blocks)).toContain('王芳菲');
  expect(textOf(next.blocks)).toContain('quality');
  expect(visitor.views()).toEqual([]);
});

test('days change from 181 to 91, and the reading says so', async () => {
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'clients with idle days of at least 181');
  const view = await openRefine(visitor, answer);
  expect(JSON.stringify(view.blocks)).toContain('"initial_value":"181"');
  await visitor.submitView(view.id, { c0_value: '91' });
  expect(textOf((await follow(visitor, answer)).blocks)).toContain('91');
});

test('an emptied condition falls away, and an added one counts', async () => {
  const visitor = office.as('M1');
  const answer = await askIn(visitor, '重点客户');
  const view = await openRefine(visitor, answer);
  await visitor.press({ viewId: view.id }, 'add_condition', 'watch');
  const grown = await visitor.waitFor((each) =>
    each.views().find((one) => JSON.stringify(one.blocks).includes('c1_is')),
  );
  await visitor.submitView(grown.id, { c0_codes: [] });
  const shown = textOf((await follow(visitor, answer)).blocks);
  expect(shown).toContain('赵敏');
  expect(shown).not.toContain('李强');
});

test('a span that ends before it begins is said under its control, and can be corrected', async () => {
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'clients onboarded between 1 March and 15 May');
  const view = await openRefine(visitor, answer);
  const refused = await visitor.submitView(view.id, { c0_from: '2026-06-01' });
  expect(refused).toMatchObject({
    status: 'errors',
    errors: { c0_to: expect.stringContaining('before') },
  });
  expect((await visitor.submitView(view.id, { c0_from: '2026-04-01' })).status).toBe('ok');
});

test.each([
  ['M2', 'key clients', 'how many', 'Number of clients with tier quality'],
  ['M1', '重点客户', '有多少位', '优质'],
])(
  '%s: a follow-up goes on from the refined answer, not from the question',
  async (as, question, next, read) => {
    const visitor = office.as(as);
    const answer = await askIn(visitor, question);
    const view = await openRefine(visitor, answer);
    await visitor.submitView(view.id, { c0_codes: ['quality'] });
    await follow(visitor, answer);
    visitor.say(answer.channel, next, { threadTs: answer.threadTs ?? '' });
    const counted = textOf((await follow(visitor, answer, 2)).blocks);
    expect(counted).toContain(read);
    expect(counted).not.toMatch(/tier key|重点/);
  },
);

test('below an answer that began no thread, a follow-up goes on from it too', async () => {
  const visitor = office.as('M2');
  await visitor.shortcut('find_clients');
  const form = await visitor.waitFor((each) => each.views().at(-1));
  await visitor.submitView(form.id, { c0_codes: ['quality'] });
  const answer = await visitor.waitFor((each) => each.messages(each.openDm()).at(-1));
  expect(answer.threadTs).toBe(null);
  const { orm } = office.bank.database.service;
  await expect.poll(async () => (await orm.select().from(conversations)).length).toBe(1);
  visitor.say(answer.channel, 'how many', { threadTs: answer.ts });
  const counted = await nextIn(visitor, answer.channel, answer.ts, 0);
  expect(textOf(counted.blocks)).toContain('Number of clients with tier quality');
});

test.each([
  ['M2', 'clients that are key or quality', 'C-other'],
  ['M1', '重点或优质的客户', 'C-mass'],
])('%s: a condition is removed by its words', async (as, question, shownNow) => {
  const visitor = office.as(as);
  const answer = await askIn(visitor, question);
  const view = await openRefine(visitor, answer);
  expect((await visitor.submitView(view.id, { drop_conditions: ['c0'] })).status).toBe('ok');
  const shown = textOf((await follow(visitor, answer)).blocks);
  expect(shown).not.toMatch(/key or quality|重点或优质/);
  expect(shown).toContain(shownNow);
});

test('a form that is sent twice is answered once', async () => {
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'key clients');
  const view = await openRefine(visitor, answer);
  const values = { c0_codes: ['quality'] };
  await Promise.all([visitor.submitView(view.id, values), visitor.submitView(view.id, values)]);
  await follow(visitor, answer);
  await office.slack.inspect.idle();
  const replies = visitor.messages(answer.channel).filter(({ botId }) => botId !== null);
  expect(replies).toHaveLength(2);
});

test('Explain shows the reading, the definitions and the whole receipt', async () => {
  const visitor = office.as('M1');
  const answer = await askIn(visitor, '高价值客户');
  await visitor.press(at(answer), 'explain');
  const view = await visitor.waitFor((each) => each.views().at(-1));
  expect(textOf(view.blocks)).toContain('问题理解');
  expect(textOf(view.blocks)).toContain('2026-11-20');
  expect(textOf(view.blocks)).toMatch(/回执 [0-9a-f-]{36}/);
});

test('the last word about an answer counts, and only the asker has one', async () => {
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'key clients');
  const { orm } = office.bank.database.service;
  const value = (part: string) =>
    new RegExp(`"value":"(${part}:[^"]+)"`).exec(JSON.stringify(answer.blocks))?.[1] ?? '';
  for (const verdict of ['helpful', 'unhelpful', 'helpful', 'unhelpful']) {
    await visitor.press(at(answer), 'feedback', value(verdict));
    await office.slack.inspect.idle();
    await expect
      .poll(async () => (await orm.select().from(answerFeedback)).map((row) => row.verdict))
      .toEqual([verdict]);
  }
});

test('the chart and the table of a grouped answer; where Slack takes no chart, the table alone', async () => {
  const visitor = office.as('M1');
  const types = ({ blocks }: Message) => blocks.map(({ type }) => type);
  const drawn = await askIn(visitor, '各等级有多少客户');
  expect(types(drawn)).toContain('data_visualization');
  expect(types(drawn)).toContain('data_table');
  office.slack.faults.failNext('chat.stopStream', { kind: 'error', error: 'invalid_blocks' });
  const plain = await askIn(visitor, '各等级有多少客户');
  expect(types(plain)).not.toContain('data_visualization');
  expect(types(plain)).toContain('data_table');
});
