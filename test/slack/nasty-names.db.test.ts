/** Names that have broken Slack apps, wherever a client's name is shown. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { queueDelivery } from '../../src/db/queue-delivery.ts';
import type { Message, Visitor } from '../../src/local-slack/start.ts';
import { D, NOW } from '../coverage/a-bank.ts';
import { askIn, openAnsweringOffice } from './assistant.ts';
import { CHANNEL, type Office } from './office.ts';
import { readWorkbook, valuesOf } from './read-workbook.ts';
import { NASTY } from './views/nasty.ts';

let office: Office;
beforeEach(async () => {
  office = await openAnsweringOffice();
});
afterEach(() => office.close());

const NAMES = NASTY.filter(([, name]) => name !== '').map(
  ([what, name]) => [what, name.replaceAll('\u0000', '')] as const,
);
const rename = (name: string) =>
  office.bank.owner`update clients set name = ${name} where client_id = 'C-other'`;

/** Nothing in it pings anybody, unfurls or is read as markup, and no mark turns the text around it. */
const expectHarmless = (shown: { text?: string; blocks?: unknown } | object): void => {
  const said = JSON.stringify(shown);
  expect(said).not.toContain('"mrkdwn"');
  expect(said).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  if ('text' in shown) expect(shown.text).not.toMatch(/<[!@#]|<https?:/);
};

test.each(NAMES)('%s: the search, the form and its result hold the name', async (_what, name) => {
  await rename(name);
  const visitor = office.as('M2');
  await visitor.command(CHANNEL, '/reassign', '');
  const empty = await visitor.waitFor((each) => each.views().at(-1));
  const found = await visitor.search({ viewId: empty.id }, 'client', 'C-other');
  expect(found.options.map(({ value }) => value)).toEqual(['C-other']);
  expectHarmless(found);
  await visitor.press({ viewId: empty.id }, 'client', 'C-other');
  const chosen = await visitor.waitFor((each) => {
    const view = each.views().at(-1);
    return JSON.stringify(view?.blocks).includes('(C-other)') && view;
  });
  expectHarmless(chosen);
  await visitor.search({ viewId: chosen.id }, 'manager', 'M1');
  const sent = await visitor.submitView(chosen.id, {
    ...{ manager: 'M1', reason_code: 'expertise', reason_text: 'Balancing the two books' },
  });
  expect(sent.status).toBe('ok');
  expectHarmless(visitor.views().at(-1) ?? {});
  await office.deliverAll();
  const told = await office.as('M1').waitFor((each) => each.messages(each.openDm()).at(-1));
  expectHarmless(told);
  expect(office.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

const fileIn = async (visitor: Visitor, { channel, ts }: Message, ending: string) => {
  await visitor.press({ channel, ts }, `export_${ending}`);
  const fileOf = ({ fileIds }: Message) => visitor.file(fileIds[0] ?? '');
  const message = await visitor.waitFor((each) =>
    each.messages(channel).find((one) => fileOf(one)?.name.endsWith(ending)),
  );
  return { message, file: fileOf(message) };
};

test.each(NAMES)(
  '%s: files hold the name, and their own names and comments do not',
  async (_what, name) => {
    await rename(name);
    const visitor = office.as('M2');
    const answer = await askIn(visitor, 'quality clients');
    for (const ending of ['csv', 'xlsx']) {
      const { message, file } = await fileIn(visitor, answer, ending);
      expect(file?.name).toBe(`clients-2026-11-20.${ending}`);
      expect(message.text).toBe('1 row · 2026-11-20');
    }
    const { file } = await fileIn(visitor, answer, 'xlsx');
    const [sheet] = readWorkbook(Buffer.from(file?.content ?? '', 'base64'));
    expect(sheet && valuesOf(sheet).flat()).toContain('C-other');
  },
);

test.each(NAMES)('%s: a digest holds the name', async (_what, name) => {
  const entry = {
    ...{ clientId: 'C-other', clientName: name, tier: 'key', aumMinor: '100', priority: 1 },
    ...{ valueAtRiskMinor: '0', actToday: true, coveredForName: name, alerts: [] },
  };
  const facts = { bookSize: 3, headline: [], moreCount: 0, currency: 'CNY', entries: [entry] };
  const body = { managerId: 'M2', managerName: name, businessDate: D.toString(), ...facts };
  const when = { businessDate: D, queuedAt: NOW, notBefore: NOW };
  await office.bank.database.service.orm.transaction((transaction) =>
    queueDelivery(transaction, { ...when, subject: 's', kind: 'digest', managerId: 'M2', body }),
  );
  await office.deliverAll();
  const visitor = office.as('M2');
  expectHarmless(await visitor.waitFor((each) => each.messages(each.openDm()).at(-1)));
});
