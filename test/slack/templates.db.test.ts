import { afterEach, expect, test } from 'vitest';
import { ProblemError } from '../../src/domain/result.ts';
import type { AnswerQuestion } from '../../src/slack/tools.ts';
import { answerText } from '../../src/text/answer.ts';
import { askIn, openAnsweringOffice } from './assistant.ts';
import { emptyAnswer } from './empty-answer.ts';
import { CHANNEL, type Office, openOffice, textOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const saying = (answer: Partial<typeof emptyAnswer>): AnswerQuestion => {
  return async ({ locale: language }) => ({ ...emptyAnswer, language, ...answer });
};

test.each([
  ['M1', '没有客户符合全部条件'],
  ['M2', 'No client matches'],
])('an answer with nobody in it says so to %s and offers to refine it', async (id, words) => {
  office = await openAnsweringOffice();
  const answer = await askIn(office.as(id), id === 'M1' ? '高端客户' : 'premier clients');
  expect(textOf(answer.blocks)).toContain(words);
  expect(JSON.stringify(answer.blocks)).toContain('"refine"');
});

test.each([
  ['2026-11-16', null],
  ['2026-11-15', '5 days old'],
  ['2026-10-20', '31 days old'],
])('data of %s are said to be old as they are: %s', async (businessDate, words) => {
  office = await openOffice(saying({ businessDate, total: 1 }));
  const shown = textOf((await askIn(office.as('M2'), 'clients')).blocks);
  if (words) expect(shown).toContain(words);
  else expect(shown).not.toContain('days old');
});

test('where no night has run, its own sentence is said, in the language of the person', async () => {
  office = await openOffice(async () => {
    const { en, 'zh-CN': zh } = answerText;
    throw new ProblemError({ code: 'no_night_yet', en: en.noNightYet, zh: zh.noNightYet });
  });
  const shown = textOf((await askIn(office.as('M1'), '客户')).blocks);
  expect(shown).toContain('尚未完成任何夜间批处理');
  expect(shown).not.toContain('系统出现异常');
});

test('the Home tab and a card do without a night as well', async () => {
  office = await openAnsweringOffice();
  await office.bank.owner`delete from nightly_runs`;
  const visitor = office.as('M2');
  visitor.openHome();
  const home = await visitor.waitFor((each) => each.homeView());
  expect(textOf(home.blocks)).toContain('No data have been loaded yet');
  await visitor.command(CHANNEL, '/client', 'C-other');
  const told = await visitor.waitFor((each) => each.messages(CHANNEL).at(-1));
  expect(textOf([told])).toContain('No night has been run yet');
});

test('a refusal gives its reason, what was not understood is named, and neither offers an export', async () => {
  office = await openAnsweringOffice();
  const visitor = office.as('M2');
  const refused = await askIn(visitor, 'phone number of client C-other');
  expect(textOf(refused.blocks)).toContain('no contact details');
  const lost = await askIn(visitor, 'quality clients who like zeppelins');
  expect(textOf(lost.blocks)).toContain('I did not understand');
  for (const { blocks } of [refused, lost]) expect(JSON.stringify(blocks)).not.toContain('export_');
});

test('a sentence that asks for a change offers the forms, and changes nothing by itself', async () => {
  office = await openAnsweringOffice();
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'transfer 100k from client A');
  expect(textOf(answer.blocks)).toContain('I change nothing');
  await visitor.press({ channel: answer.channel, ts: answer.ts }, 'home_reassign');
  const form = await visitor.waitFor((each) => each.views().at(-1));
  expect(textOf([form.title])).toBe('Reassign a client');
});

test('when the database is away, a question and a command say so in both languages', async () => {
  office = await openOffice();
  const visitor = office.as('M2');
  const dm = visitor.openDm();
  await office.bank.database.close();
  visitor.say(dm, 'clients');
  const told = await visitor.waitFor((each) =>
    each.messages(dm).find((one) => one.botId && textOf([one]).includes('does not answer')),
  );
  expect(textOf([told])).toContain('数据库暂时无法连接');
  await visitor.command(CHANNEL, '/clients', 'top');
  const said = await visitor.waitFor((each) => each.messages(CHANNEL).at(-1));
  expect(textOf([said])).toContain('does not answer');
});
