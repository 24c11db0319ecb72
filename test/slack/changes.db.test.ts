import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientState, coverage, requests } from '../../src/db/schema/index.ts';
import type { View, Visitor } from '../../src/local-slack/start.ts';
import { CHANNEL, type Office, openOffice, textOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const REASON = { reason_code: 'book_balance', reason_text: 'Balancing the two books' };
const modalOf = (visitor: Visitor): Promise<View> => visitor.waitFor((each) => each.views().at(-1));
const openModal = async (visitor: Visitor, command: string, text: string): Promise<View> => {
  const outcome = await visitor.command(visitor.openDm(), command, text);
  expect(outcome.status).toBe('ok');
  return modalOf(visitor);
};
const inForce = async (clientId: string) => {
  const { orm } = office.bank.database.service;
  const [row] = await orm
    .select({ tier: clientState.inForceTier })
    .from(clientState)
    .where(eq(clientState.clientId, clientId));
  return row?.tier;
};
const managerOf = async (clientId: string) => {
  const { orm } = office.bank.database.service;
  const rows = await orm.select().from(coverage).where(eq(coverage.clientId, clientId));
  return rows.find((row) => row.supersededAt === null && row.validTo === null)?.managerId;
};
const lastMessage = async (visitor: Visitor) => {
  await office.deliverAll();
  return visitor.waitFor((each) => each.messages(each.openDm()).at(-1));
};
const requestCount = async () =>
  (await office.bank.database.service.orm.select().from(requests)).length;

test('/reassign with a client and a mention opens a form that is filled in; sending it moves the client', async () => {
  const visitor = office.as('M1');
  const view = await openModal(visitor, '/reassign', '"Anna Smith" @M2 Moves to Pudong');
  expect(textOf(view.blocks)).toContain('Anna Smith');
  expect(textOf(view.blocks)).toContain('Daniel Brown');
  expect(view.private_metadata).not.toContain('quality');
  const sent = await visitor.submitView(view.id, { reason_code: 'branch_move' });
  expect(sent.status).toBe('ok');
  expect(await managerOf('C-quality')).toBe('M2');
  expect(textOf(visitor.views().at(-1)?.blocks)).toContain('已完成');
  const told = await lastMessage(office.as('M2'));
  expect(textOf(told.blocks)).toContain('Done: Anna Smith from 陈静 to Daniel Brown');
});

test('/tier from the command to the checker’s button to both notices', async () => {
  const visitor = office.as('M1');
  const view = await openModal(
    visitor,
    '/tier',
    'Anna Smith 重点 until 2027-01-31 预计有大额资金转入',
  );
  const sent = await visitor.submitView(view.id, { reason_code: 'expected_inflow' });
  expect(sent.status).toBe('ok');
  expect(await inForce('C-quality')).toBe('quality');
  const checker = office.as('H1');
  const asked = await lastMessage(checker);
  expect(textOf(asked.blocks)).toContain('陈静 asks for your approval');
  const pressed = await checker.press({ channel: asked.channel, ts: asked.ts }, 'approve_request');
  expect(pressed.status).toBe('ok');
  await checker.waitFor(
    (each) => !textOf(each.messages(asked.channel).at(-1)?.blocks).includes('Approve'),
  );
  expect(await inForce('C-quality')).toBe('key');
  const told = await lastMessage(visitor);
  expect(textOf(told.blocks)).toContain('已完成：Anna Smith 由优质调整为重点，有效至 2027-01-31');
});

test('two checkers have to press; a second press of the first says so politely', async () => {
  const visitor = office.as('M1');
  const view = await openModal(visitor, '/tier', 'C-watch premier');
  await visitor.submitView(view.id, {
    reason_code: 'corporate_link',
    reason_text: '与企业主关联客户',
  });
  for (const [index, id] of ['H1', 'P1'].entries()) {
    const checker = office.as(id);
    const asked = await lastMessage(checker);
    const where = { channel: asked.channel, ts: asked.ts };
    const [first, second] = await Promise.all([
      checker.press(where, 'approve_request'),
      checker.press(where, 'approve_request'),
    ]);
    expect([first.status, second.status]).toEqual(['ok', 'ok']);
    await office.slack.inspect.idle();
    await checker.waitFor(
      (each) => each.messages(asked.channel).find(({ ts }) => ts === asked.ts)?.editedTs,
    );
    expect(await inForce('C-watch')).toBe(index === 0 ? 'quality' : 'premier');
  }
});

test('a reason that is too short is shown under its field, and the form can be sent again', async () => {
  const visitor = office.as('M1');
  const view = await openModal(visitor, '/reassign', 'C-mass @M2');
  const refused = await visitor.submitView(view.id, { ...REASON, reason_text: '太短' });
  expect(refused).toMatchObject({
    status: 'errors',
    errors: { reason_text: expect.stringContaining('5') },
  });
  expect(await requestCount()).toBe(0);
  expect((await visitor.submitView(view.id, REASON)).status).toBe('ok');
  expect(await managerOf('C-mass')).toBe('M2');
});

test('a client that changed while the form was open is refused as stale', async () => {
  const visitor = office.as('M1');
  const view = await openModal(visitor, '/tier', 'C-quality key');
  await office.bank
    .owner`update client_state set in_force_tier = 'potential' where client_id = 'C-quality'`;
  const refused = await visitor.submitView(view.id, {
    reason_code: 'data_error',
    reason_text: '数据有误需要更正',
  });
  expect(refused).toMatchObject({
    status: 'errors',
    errors: { reason_text: expect.stringContaining('已发生变化') },
  });
  expect(await requestCount()).toBe(0);
});

test('a form sent twice changes the client once', async () => {
  const visitor = office.as('M1');
  const view = await openModal(visitor, '/reassign', 'C-mass @M2');
  await Promise.all([visitor.submitView(view.id, REASON), visitor.submitView(view.id, REASON)]);
  await office.slack.inspect.idle();
  expect(await requestCount()).toBe(1);
});

test('without a client the form asks for one, searches the own book only, and then shows what is', async () => {
  const visitor = office.as('M1');
  const view = await openModal(visitor, '/tier', '');
  const search = (words: string) => visitor.search({ viewId: view.id }, 'client', words);
  expect(textOf((await search('王芳菲')).options)).toBe('');
  expect(textOf((await search('王')).options)).toContain('王芳');
  const chosen = await visitor.press({ viewId: view.id }, 'client', 'C-mass');
  expect(chosen.status).toBe('ok');
  const updated = await visitor.waitFor((each) =>
    each.views().find((one) => textOf(one.blocks).includes('当前等级：大众')),
  );
  const sent = await visitor.submitView(updated.id, {
    tier: 'potential',
    reason_code: 'expected_inflow',
    reason_text: '客户即将转入资金',
  });
  expect(sent.status).toBe('ok');
  expect(await requestCount()).toBe(1);
});

test('what the command said already stays when the client is chosen among several', async () => {
  const head = office.as('H1');
  const view = await openModal(
    head,
    '/tier',
    '王 potential until 2027-01-31 Transfer is on its way',
  );
  expect(textOf(view.blocks)).toContain('2 clients fit "王"');
  await head.search({ viewId: view.id }, 'client', '王');
  await head.press({ viewId: view.id }, 'client', 'C-mass');
  const updated = await head.waitFor((each) =>
    each.views().find((one) => textOf(one.blocks).includes('Tier now: Mass')),
  );
  await head.submitView(updated.id, { reason_code: 'expected_inflow' });
  const [request] = await office.bank.database.service.orm.select().from(requests);
  expect(request?.payload).toMatchObject({
    from: 'mass',
    to: 'potential',
    until: '2027-01-31',
    reasonText: 'Transfer is on its way',
  });
});

test("a colleague's client is not found by name or id, and no form tells that it exists", async () => {
  const visitor = office.as('M1');
  for (const words of ['C-b2', 'no-such-client']) {
    const view = await openModal(visitor, '/reassign', `${words} @M2`);
    expect(textOf(view.blocks)).toContain(`您有权调整的客户中没有“${words}”`);
    expect(textOf(view.blocks)).not.toContain('Elsewhere');
    await visitor.closeView(view.id);
  }
});

test('a form that another person sends changes nothing', async () => {
  const visitor = office.as('M1');
  const view = await openModal(visitor, '/reassign', 'C-mass @M2');
  const other = office.as('M2');
  const theirs = await openModal(other, '/reassign', 'C-other @M1');
  expect(theirs.private_metadata).not.toBe(view.private_metadata);
  const { orm } = office.bank.database.service;
  await orm.execute(
    `update drafts set actor_id = 'M1' where draft_id = '${theirs.private_metadata}'`,
  );
  await other.submitView(theirs.id, REASON);
  expect(await managerOf('C-other')).toBe('M2');
  expect(textOf(other.views().at(-1)?.blocks)).toContain('belongs to somebody else');
});

test('when Slack no longer takes the trigger, the person is told to repeat the command', async () => {
  await office.close();
  office = await openOffice(undefined, { triggerMs: 0 });
  const visitor = office.as('M2');
  await visitor.command(CHANNEL, '/tier', 'C-other key');
  const told = await visitor.waitFor((each) => each.messages(CHANNEL).at(-1));
  expect(textOf([told])).toContain('Please run the command again');
  expect(told.visibleTo).toBe('U0M2');
});

test('help in both languages, and a stranger gets neither help nor a form', async () => {
  for (const [id, word, expected] of [
    ['M2', 'help', '/tier [client]'],
    ['M1', '帮助', '打开等级调整表单'],
    ['STRANGER', 'help', 'I do not know you'],
    ['STRANGER', 'C-mass key', 'I do not know you'],
  ] as const) {
    const visitor = office.as(id);
    await visitor.command(CHANNEL, '/tier', word);
    const told = await visitor.waitFor((each) => each.messages(CHANNEL).at(-1));
    expect(textOf([told])).toContain(expected);
    expect(visitor.views()).toEqual([]);
  }
});
