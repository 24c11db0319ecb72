import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accounts, balances, clients, contacts, relations } from '../../src/db/schema/index.ts';
import type { Message, Visitor } from '../../src/local-slack/start.ts';
import { D, NOW } from '../coverage/a-bank.ts';
import { askIn, openAnsweringOffice } from './assistant.ts';
import { CHANNEL, type Office, textOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openAnsweringOffice();
});
afterEach(() => office.close());

const at = ({ channel, ts }: Message) => ({ channel, ts });
const lastIn = (visitor: Visitor, channel: string, words: string) =>
  visitor.waitFor((each) =>
    each.messages(channel).findLast((one) => textOf([one]).includes(words)),
  );
const card = async (visitor: Visitor, who: string, words: string): Promise<Message> => {
  await visitor.command(visitor.openDm(), '/client', who);
  return lastIn(visitor, visitor.openDm(), words);
};

const fillAnna = async () => {
  const { orm } = office.bank.database.service;
  const clientId = 'C-quality';
  await orm.insert(accounts).values({
    ...{ clientId, accountId: 'A1', productLine: 'time_deposit', currency: 'CNY' },
    productName: 'Fixed 12M',
    maturesOn: D.add({ days: 10 }),
  });
  await orm
    .insert(balances)
    .values({ clientId, accountId: 'A1', on: D.subtract({ days: 3 }), balanceMinor: 12_345_678n });
  await orm.insert(contacts).values({
    ...{ clientId, contactId: 'T1', managerId: 'M1', at: NOW, on: D, channel: 'call' },
    twoWay: true,
    note: '<!channel> asked about <https://evil.example|a fund>',
  });
  await orm.insert(relations).values([
    { fromClientId: clientId, toClientId: 'C-corp', relation: 'owner_of' },
    { fromClientId: 'C-b2', toClientId: clientId, relation: 'spouse_of' },
  ]);
  for (const id of ['C-quality', 'C-mass', 'C-b2'])
    await orm.update(clients).set({ householdId: 'HH1' }).where(eq(clients.clientId, id));
};

test('the card of a client: tier, products, contacts, household and links, as far as the reader may see', async () => {
  await fillAnna();
  const visitor = office.as('M1');
  const message = await card(visitor, '"anna smith"', 'Anna Smith');
  const shown = textOf(message.blocks);
  for (const fact of ['优质', 'Fixed 12M', '123,456.78', '2026-11-30', '电话', '王芳', '东方贸易'])
    expect(shown).toContain(fact);
  expect(shown).not.toContain('Bob Elsewhere');
  expect(JSON.stringify(message.blocks)).not.toContain('"mrkdwn"');
});

test('in a channel the card goes to the direct messages, and the channel learns nothing', async () => {
  const visitor = office.as('M1');
  await visitor.command(CHANNEL, '/client', 'C-quality');
  await lastIn(visitor, visitor.openDm(), 'Anna Smith');
  const told = await lastIn(visitor, CHANNEL, '客户卡片已通过私信');
  expect(told.visibleTo).toBe('U0M1');
  expect(JSON.stringify(office.slack.inspect.messages(CHANNEL))).not.toContain('Anna');
});

test("a colleague's client and one that does not exist are answered alike", async () => {
  const visitor = office.as('M1');
  for (const who of ['C-b2', 'Bob Elsewhere', 'no-such-client']) {
    await visitor.command(CHANNEL, '/client', who);
    await lastIn(visitor, CHANNEL, `没有找到“${who}”`);
  }
  expect(visitor.messages(visitor.openDm())).toEqual([]);
});

test('a name that several bear is a choice', async () => {
  const head = office.as('H1');
  const message = await card(head, '王', 'Several clients');
  expect(message.blocks.some(({ type }) => type === 'actions')).toBe(true);
});

test('the card opens the forms of both changes; who may only look is shown no button', async () => {
  const visitor = office.as('M1');
  const message = await card(visitor, 'C-quality', 'Anna Smith');
  for (const [button, title] of [
    ['card_override', '调整客户等级'],
    ['card_reassign', '移交客户'],
  ] as const) {
    await visitor.press(at(message), button);
    const view = await visitor.waitFor((each) => each.views().at(-1));
    expect(textOf([view.title])).toBe(title);
    expect(textOf(view.blocks)).toContain('Anna Smith');
    await visitor.closeView(view.id);
  }
  const seen = await card(office.as('C1'), 'C-quality', 'Anna Smith');
  expect(JSON.stringify(seen.blocks)).not.toContain('card_override');
});

test('a client that was reassigned since the card was shown cannot be changed from it', async () => {
  const visitor = office.as('M1');
  const message = await card(visitor, 'C-quality', 'Anna Smith');
  await office.bank.owner`update coverage set manager_id = 'M3' where client_id = 'C-quality'`;
  await visitor.press(at(message), 'card_override');
  await lastIn(visitor, visitor.openDm(), '无权变更');
  expect(visitor.views()).toEqual([]);
});

test('a row of an answer is opened from it: its own rows are offered before anything is typed', async () => {
  const visitor = office.as('M1');
  const answer = await askIn(visitor, '优质客户');
  const offered = await visitor.search(at(answer), 'open_client', '');
  const names = textOf(offered.options);
  expect(names).toContain('Anna Smith');
  expect(names).not.toContain('李强');
  await visitor.search(at(answer), 'open_client', 'anna');
  await visitor.press(at(answer), 'open_client', 'C-quality');
  await lastIn(visitor, visitor.openDm(), '近期联系');
});
