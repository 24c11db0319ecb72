/** Slack takes a trigger for three seconds and once: wherever a form opens, that it did not is said. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpOffice, member, openHttpOffice } from './http-office.ts';
import { PRESSED } from './listener-cases-pressed.ts';
import { SAID } from './listener-cases-said.ts';

let office: HttpOffice;
beforeAll(async () => {
  office = await openHttpOffice();
});
afterAll(() => office.close());

const OPENERS = [
  ...['command /clients', 'command /tier', 'command /reassign', 'shortcut find_clients'],
  ...['action refine', 'action explain', 'action card_override', 'action card_reassign'],
  ...['action home_find', 'action home_override', 'action home_reassign'],
];
const ALL = { ...SAID, ...PRESSED };

test.each(OPENERS)('%s', async (name) => {
  const each = ALL[name];
  expect(each).toBeDefined();
  const told = () => {
    const posted = office.slack.inspect.calls('chat.postMessage').map(({ args }) => args);
    return JSON.stringify([...office.responses, ...posted]).split('took Slack too long').length;
  };
  const before = told();
  await each?.send(office, member(each.as));
  await expect.poll(told).toBeGreaterThan(before);
  expect(office.logged.filter(({ level }) => level === 'error')).toEqual([]);
});
