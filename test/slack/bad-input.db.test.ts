import { afterEach, beforeEach, expect, test } from 'vitest';
import { requests } from '../../src/db/schema/index.ts';
import type { View, Visitor } from '../../src/local-slack/start.ts';
import { askIn, openAnsweringOffice } from './assistant.ts';
import { CHANNEL, type Office, textOf } from './office.ts';
import { NASTY } from './views/nasty.ts';

let office: Office;
beforeEach(async () => {
  office = await openAnsweringOffice();
});
afterEach(() => office.close());

const REASON = { reason_code: 'book_balance', reason_text: 'Balancing the two books' };
const openForm = async (visitor: Visitor, known: number): Promise<View> => {
  await visitor.command(visitor.openDm(), '/reassign', 'C-mass @M2');
  return visitor.waitFor((each) => each.views()[known]);
};
const requestCount = async () =>
  (await office.bank.database.service.orm.select().from(requests)).length;

test('two tabs: the second form, opened before the first was sent, changes nothing', async () => {
  const visitor = office.as('M1');
  const first = await openForm(visitor, 0);
  await visitor.closeView(first.id);
  const second = await openForm(visitor, 0);
  await office.bank
    .owner`update coverage set manager_id = 'M2' where client_id = 'C-mass' and superseded_at is null`;
  const refused = await visitor.submitView(second.id, REASON);
  expect(refused.status).toBe('errors');
  expect(await requestCount()).toBe(0);
});

test('a client that was reassigned between opening and confirming is refused under its field', async () => {
  const visitor = office.as('M1');
  const view = await openForm(visitor, 0);
  await office.bank
    .owner`update coverage set manager_id = 'M3' where client_id = 'C-mass' and superseded_at is null`;
  const refused = await visitor.submitView(view.id, REASON);
  expect(refused).toMatchObject({ status: 'errors' });
  expect(await requestCount()).toBe(0);
});

test('an expired trigger of a button is said, and the button can be pressed again', async () => {
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'quality clients');
  office.slack.faults.failNext('views.open', { kind: 'error', error: 'expired_trigger_id' });
  const at = { channel: answer.channel, ts: answer.ts };
  await visitor.press(at, 'refine');
  await visitor.waitFor((each) =>
    each.messages(answer.channel).find((one) => textOf([one]).includes('press again')),
  );
  await visitor.press(at, 'refine');
  await visitor.waitFor((each) => each.views().at(-1));
});

test('a double click on Export hands out files and fails nothing', async () => {
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'quality clients');
  const at = { channel: answer.channel, ts: answer.ts };
  await Promise.all([visitor.press(at, 'export_csv'), visitor.press(at, 'export_csv')]);
  await visitor.waitFor((each) =>
    each.messages(answer.channel).some(({ fileIds }) => fileIds.length > 0),
  );
  await office.slack.inspect.idle();
  expect(office.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test("somebody else's receipt in a button opens, exports and rates nothing", async () => {
  const owner = office.as('M1');
  const answer = await askIn(owner, '优质客户');
  const receipt = /"value":"([0-9a-f-]{36})"/.exec(JSON.stringify(answer.blocks))?.[1] ?? '';
  expect(receipt).not.toBe('');
  const { WebClient } = await import('@slack/web-api');
  const web = new WebClient('xoxb-test', { slackApiUrl: office.slack.apiUrl });
  const other = office.as('M2');
  const channel = other.openDm();
  const forged = (action_id: string) => ({
    ...{ type: 'button' as const, action_id, value: receipt },
    text: { type: 'plain_text' as const, text: action_id },
  });
  for (const action of ['refine', 'explain', 'export_csv', 'export_xlsx']) {
    const blocks = [{ type: 'actions' as const, elements: [forged(action)] }];
    const { ts = '' } = await web.chat.postMessage({ channel, text: 'forged', blocks });
    await other.press({ channel, ts }, action);
    await office.slack.inspect.idle();
  }
  await other.waitFor(
    (each) =>
      each.messages(channel).filter((one) => textOf([one]).includes('somebody else’s')).length ===
      4,
  );
  expect(other.views()).toEqual([]);
});

test.each(NASTY)(
  'a client called %s is listed, opened and searched, and pings nobody',
  async (_what, name) => {
    if (name === '') return;
    await office.bank
      .owner`update clients set name = ${name.replaceAll('\u0000', '')} where client_id = 'C-other'`;
    const visitor = office.as('M2');
    const answer = await askIn(visitor, 'quality clients');
    expect(JSON.stringify(answer.blocks)).toContain('C-other');
    await visitor.command(CHANNEL, '/client', 'C-other');
    const card = await visitor.waitFor((each) =>
      each.messages(each.openDm()).find((one) => textOf([one]).includes('(C-other)')),
    );
    for (const { text, blocks } of [answer, card]) {
      expect(text).not.toMatch(/<[!@#]|<https?:/);
      expect(JSON.stringify(blocks)).not.toContain('"mrkdwn"');
    }
    expect(office.logged.filter(({ level }) => level === 'error')).toEqual([]);
  },
);
