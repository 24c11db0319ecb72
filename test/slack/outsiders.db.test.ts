/** Guests, partners and strangers: whatever they press, send or open, they get a refusal or nothing. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requests } from '../../src/db/schema/index.ts';
import { type HttpOffice, member, OUTSIDERS, openHttpOffice } from './http-office.ts';
import { PRESSED } from './listener-cases-pressed.ts';
import { SAID } from './listener-cases-said.ts';

let office: HttpOffice;
beforeAll(async () => {
  office = await openHttpOffice();
});
afterAll(() => office.close());

/** Of the app's own doing, not of somebody in it. */
const PERSONLESS = new Set(['event app_uninstalled', 'event tokens_revoked', 'event user_change']);
const OF_SOMEBODY = Object.entries({ ...SAID, ...PRESSED }).filter(
  ([name]) => !PERSONLESS.has(name),
);

/** What may be said to an outsider. */
const REFUSALS = /I do not know you|I only talk to members/;
const SAYING = ['chat.postMessage', 'chat.postEphemeral', 'views.publish'];
const TELLING = [
  ...['views.open', 'views.update', 'chat.startStream', 'chat.update'],
  'files.getUploadURLExternal',
];
const CLIENTS = /C-|王芳|Anna|李强|赵敏|孙磊|东方|Bob|Daniel/;

const saidSoFar = () =>
  SAYING.flatMap((method) => office.slack.inspect.calls(method)).map((call) =>
    JSON.stringify(call),
  );

test.each(
  Object.keys(OUTSIDERS).flatMap((who) =>
    OF_SOMEBODY.map(([name, each]) => [who, name, each] as const),
  ),
)('%s gets nothing from %s', async (who, _name, each) => {
  const sender = OUTSIDERS[who] ?? member('nobody');
  const { response } = await each.send(office, sender);
  // Long enough for what is done after the acknowledgement.
  await pause(150);
  for (const method of TELLING) expect(office.slack.inspect.calls(method)).toEqual([]);
  for (const call of [...saidSoFar(), ...office.responses.map((body) => JSON.stringify(body))]) {
    expect(call).toMatch(REFUSALS);
    expect(call).not.toMatch(CLIENTS);
  }
  expect(JSON.stringify(response)).not.toMatch(CLIENTS);
  const rows = await office.bank.database.service.orm.select().from(requests);
  expect(rows.filter(({ status }) => status !== 'pending')).toEqual([]);
});
