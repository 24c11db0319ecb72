import { afterEach, expect, test } from 'vitest';
import { chooseLanguage } from '../../src/identity/preferences.ts';
import type { Visitor } from '../../src/local-slack/start.ts';
import { COMMANDS } from '../../src/slack/commands.ts';
import { languageOf } from '../../src/slack/people.ts';
import { askIn, openAnsweringOffice } from './assistant.ts';
import { CHANNEL, type Office, openOffice, textOf } from './office.ts';

let office: Office | null = null;
afterEach(async () => {
  await office?.close();
  office = null;
});

const opened = async (): Promise<Office> => {
  office = await openAnsweringOffice();
  return office;
};
const toldAbout = async (visitor: Visitor, command: string, text: string): Promise<string> => {
  const before = visitor.messages(CHANNEL).length;
  expect((await visitor.command(CHANNEL, command, text)).status).toBe('ok');
  const said = await visitor.waitFor((each) => each.messages(CHANNEL)[before]);
  return textOf([said]);
};
const actor = (locale: 'en' | 'zh-CN' | null) => ({
  ...{ managerId: 'M', role: 'relationship_manager' as const, branchId: 'B', name: '', locale },
});

test.each([
  ['en', 'zh-CN', 'zh-CN', 'en'],
  ['zh-CN', 'en', 'en', 'zh-CN'],
  [null, 'zh-CN', 'en', 'zh-CN'],
  [null, null, 'zh-CN', 'zh-CN'],
  [null, null, null, 'en'],
] as const)(
  'chosen %s, Slack set to %s, the bank says %s: spoken to in %s',
  (preferred, locale, bank, language) => {
    const person = { teamId: 'T', slackUserId: 'U', timezone: null, preferred, locale };
    expect(languageOf({ ...person, actor: actor(bank) as never })).toBe(language);
  },
);

test('what is written decides over what was chosen, and what was chosen over how Slack is set', async () => {
  const { as, bank } = await opened();
  const visitor = as('M1');
  expect(await toldAbout(visitor, '/digest', 'help')).toContain('发送最新一期日报');
  expect(textOf((await askIn(visitor, 'quality clients')).blocks)).toContain('your 6 clients');
  const { actor: manager } = await bank.as('M1');
  const context = { database: bank.database, now: () => Temporal.Now.instant() };
  await chooseLanguage(context, manager, 'en');
  expect(await toldAbout(visitor, '/digest', 'help')).toContain('sends you the newest digest');
  expect(textOf((await askIn(visitor, '优质客户')).blocks)).toContain('您名下');
});

test('a question without words of either language is answered in the language of the person', async () => {
  const { as } = await opened();
  expect(textOf((await askIn(as('M1'), '10345')).blocks)).toMatch(/[\u4e00-\u9fff]{2}/);
});

const NAMES = Object.keys(COMMANDS);
test.each(NAMES.flatMap((name) => ['help', '帮助', ' HELP '].map((word) => [name, word] as const)))(
  '/%s %s explains itself under the name that it has here, and does nothing',
  async (name, word) => {
    office = await openOffice(undefined, {}, { commandPrefix: 'bw-' });
    const visitor = office.as('M2');
    const told = await toldAbout(visitor, `/bw-${name}`, word);
    expect(told).toContain(`/bw-${name} `);
    expect(told).not.toMatch(/ \/(clients|client|tier|reassign|digest)\b/);
    expect(visitor.views()).toEqual([]);
    expect((await visitor.command(CHANNEL, `/${name}`, word)).status).toBe('rejected');
  },
);

test.each([
  ['M2', 'digest off', 'No digest will be sent'],
  ['M1', '日报停发', '已停发'],
  ['M2', 'my digest', 'There is no digest for you yet'],
])('%s says "%s" instead of a command', async (who, text, words) => {
  const { as } = await opened();
  const visitor = as(who);
  const ts = visitor.say(visitor.openDm(), text);
  const reply = await visitor.waitFor((each) =>
    each.messages(each.openDm()).find(({ threadTs, botId }) => threadTs === ts && botId),
  );
  expect(textOf(reply.blocks)).toContain(words);
});

test.each([
  ['M2', 'reassign C-other to Daniel', 'home_reassign'],
  ['M1', '把王芳调为重点客户', 'home_override'],
])('%s says "%s": the form is offered, and nothing is changed', async (who, text, button) => {
  const { as } = await opened();
  const visitor = as(who);
  const answer = await askIn(visitor, text);
  await visitor.press({ channel: answer.channel, ts: answer.ts }, button);
  await visitor.waitFor((each) => each.views().at(-1));
});
