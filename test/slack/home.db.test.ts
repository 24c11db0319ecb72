import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideRequest } from '../../src/coverage/decide-request.ts';
import { overrideTier } from '../../src/coverage/override-tier.ts';
import { queueDelivery } from '../../src/db/queue-delivery.ts';
import { deliveries, preferences } from '../../src/db/schema/index.ts';
import type { View, Visitor } from '../../src/local-slack/start.ts';
import { D, NOW, succeeded } from '../coverage/a-bank.ts';
import { openAnsweringOffice } from './assistant.ts';
import { CHANNEL, type Office, textOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openAnsweringOffice();
});
afterEach(() => office.close());

const home = async (visitor: Visitor, words: string): Promise<View> => {
  visitor.openHome();
  return visitor.waitFor((each) => {
    const view = each.homeView();
    return view && textOf(view.blocks).includes(words) && view;
  });
};
const told = (visitor: Visitor, channel: string, words: string) =>
  visitor.waitFor((each) => each.messages(channel).find((one) => textOf([one]).includes(words)));
const chosenBy = async (managerId: string) => {
  const { orm } = office.bank.database.service;
  const [row] = await orm.select().from(preferences).where(eq(preferences.managerId, managerId));
  return row ?? null;
};
const queueDigest = async (managerId: string) => {
  const entries = [1, 2].map((index) => ({
    ...{ clientId: `C-${index}`, clientName: `Client ${index}`, tier: 'key', aumMinor: '100' },
    ...{ valueAtRiskMinor: '0', priority: 1, actToday: true, coveredForName: null, alerts: [] },
  }));
  const facts = { bookSize: 3, headline: [], moreCount: 4, currency: 'CNY', entries };
  const body = { managerId, managerName: '', businessDate: D.toString(), ...facts };
  const when = { businessDate: D, queuedAt: NOW, notBefore: NOW };
  await office.bank.database.service.orm.transaction((transaction) =>
    queueDelivery(transaction, { ...when, subject: managerId, kind: 'digest', managerId, body }),
  );
};
const digestOf = async (managerId: string) => {
  const { orm } = office.bank.database.service;
  const [row] = await orm.select().from(deliveries).where(eq(deliveries.managerId, managerId));
  return row;
};

test('the Home tab shows the mix of the book, the alerts, the own overrides and the settings', async () => {
  await queueDigest('M1');
  const input = {
    ...{ clientId: 'C-quality', tier: 'key', until: null, version: null },
    ...{ reasonCode: 'data_error', reasonText: '数据有误需要更正' },
  };
  const asked = succeeded(await overrideTier({ ctx: await office.bank.as('M1'), input }));
  const decision = { requestId: asked.requestId ?? '', decision: 'approved' as const };
  succeeded(await decideRequest({ ctx: await office.bank.as('H1'), input: decision }));
  const shown = textOf((await home(office.as('M1'), '您的客户')).blocks);
  for (const part of ['6 位', '█', '预警', 'Client 1', '另有 4 条', '您申请的等级调整', '08:30'])
    expect(shown).toContain(part);
  expect(shown).toContain('Anna Smith：重点，有效至');
  expect(textOf((await home(office.as('M2'), 'Your book')).blocks)).not.toContain('Anna Smith');
});

test('the language that is chosen on the Home tab counts before that of Slack, everywhere', async () => {
  const visitor = office.as('M2');
  const view = await home(visitor, 'Settings');
  await visitor.press({ viewId: view.id }, 'choose_language', 'zh-CN');
  await visitor.waitFor((each) => textOf(each.homeView()?.blocks).includes('设置'));
  await visitor.command(CHANNEL, '/tier', 'help');
  await told(visitor, CHANNEL, '打开等级调整表单');
  const now = visitor.homeView();
  await visitor.press({ viewId: now?.id ?? '' }, 'choose_language', 'automatic');
  await visitor.waitFor((each) => textOf(each.homeView()?.blocks).includes('Settings'));
  expect((await chosenBy('M2'))?.locale).toBeNull();
});

test.each([
  ['7:45', '07:45'],
  ['07：05', '07:05'],
  ['23:59', '23:59'],
])('/digest %s sets the time, and the digest that waits follows', async (words, time) => {
  await queueDigest('M2');
  const visitor = office.as('M2');
  await visitor.command(CHANNEL, '/digest', words);
  await told(visitor, CHANNEL, `will come at ${time}`);
  expect((await chosenBy('M2'))?.digestAt).toBe(time);
  const at = (await digestOf('M2'))?.notBefore.toZonedDateTimeISO('Asia/Shanghai').toPlainTime();
  expect(at?.toString({ smallestUnit: 'minute' })).toBe(time);
});

test('/digest off withholds what waits; it can still be asked for, and a time brings digests back', async () => {
  await queueDigest('M2');
  const visitor = office.as('M2');
  await visitor.command(CHANNEL, '/digest', 'off');
  await told(visitor, CHANNEL, 'No digest will be sent');
  expect((await digestOf('M2'))?.status).toBe('withheld');
  await office.deliverAll();
  expect(visitor.messages(visitor.openDm())).toEqual([]);
  await visitor.command(CHANNEL, '/digest', 'now');
  await told(visitor, visitor.openDm(), 'Client 1');
  await visitor.command(CHANNEL, '/digest', '09:00');
  await told(visitor, CHANNEL, 'will come at 09:00');
  expect(await chosenBy('M2')).toMatchObject({ digestOff: false, digestAt: '09:00' });
});

test.each(['25:00', 'tomorrow', '7'])('/digest %s is refused with an example', async (words) => {
  const visitor = office.as('M2');
  await visitor.command(CHANNEL, '/digest', words);
  await told(visitor, CHANNEL, `"${words}" is no time of day`);
  expect(await chosenBy('M2')).toBeNull();
});

test('the digest is set and ended on the Home tab as well', async () => {
  const visitor = office.as('M2');
  const view = await home(visitor, '08:30');
  await visitor.press({ viewId: view.id }, 'choose_digest_time', '06:15');
  await visitor.waitFor((each) => textOf(each.homeView()?.blocks).includes('06:15'));
  await visitor.press({ viewId: visitor.homeView()?.id ?? '' }, 'digest_off');
  await visitor.waitFor((each) => textOf(each.homeView()?.blocks).includes('No digest is sent'));
  await visitor.press({ viewId: visitor.homeView()?.id ?? '' }, 'home_digest');
  await told(visitor, visitor.openDm(), 'There is no digest for you yet');
});

test.each([
  ['home_override', 'Override a tier'],
  ['home_reassign', 'Reassign a client'],
  ['home_find', 'Refine'],
])('the button %s opens its form', async (button, title) => {
  const visitor = office.as('M2');
  const view = await home(visitor, 'Settings');
  await visitor.press({ viewId: view.id }, button);
  const form = await visitor.waitFor((each) => each.views().at(-1));
  expect(textOf([form.title])).toBe(title);
});

test('the shortcut and the bare command open a search by conditions; its answer is a direct message', async () => {
  const visitor = office.as('M1');
  await visitor.shortcut('find_clients');
  const form = await visitor.waitFor((each) => each.views().at(-1));
  await visitor.submitView(form.id, { c0_codes: ['key'] });
  await told(visitor, visitor.openDm(), '李强');
  await visitor.command(CHANNEL, '/clients', '');
  expect(await visitor.waitFor((each) => each.views().at(-1))).toBeTruthy();
});

test('pitfall 8, silence: what nobody listens to is logged by its name', async () => {
  const visitor = office.as('M2');
  const { WebClient } = await import('@slack/web-api');
  const web = new WebClient('xoxb-test', { slackApiUrl: office.slack.apiUrl });
  const channel = visitor.openDm();
  const text = { type: 'plain_text' as const, text: 'Old' };
  const button = { type: 'button' as const, action_id: 'of_an_older_version', text, value: '王芳' };
  const blocks = [{ type: 'actions' as const, elements: [button] }];
  const { ts = '' } = await web.chat.postMessage({ channel, text: 'old', blocks });
  expect((await visitor.press({ channel, ts }, 'of_an_older_version')).status).toBe('ok');
  expect(office.logged).toContainEqual({
    level: 'warn',
    message: 'nobody listens to this',
    fields: { kind: 'action', name: 'of_an_older_version' },
  });
});
