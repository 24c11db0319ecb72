/** What the app listens to, taken from its own registration: each listener does its work for a manager. */
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerListeners } from '../../src/slack/listeners/register.ts';
import type { Tools } from '../../src/slack/tools.ts';
import { type HttpOffice, member, openHttpOffice } from './http-office.ts';
import { PRESSED } from './listener-cases-pressed.ts';
import { SAID } from './listener-cases-said.ts';

const CASES = { ...SAID, ...PRESSED };
const KINDS = ['event', 'action', 'command', 'view', 'options', 'shortcut'];

const registered = (): string[] => {
  const found: string[] = [];
  const noting = (kind: string) => (name: unknown) => void found.push(`${kind} ${String(name)}`);
  const app = Object.fromEntries(KINDS.map((kind) => [kind, noting(kind)]));
  registerListeners(app as unknown as App, { commandPrefix: '' } as Tools);
  return found.sort();
};

let office: HttpOffice;
beforeEach(async () => {
  office = await openHttpOffice();
});
afterEach(() => office.close());

test('no listener is without a test, and none of these is of a listener that is gone', () => {
  expect(Object.keys(CASES).sort()).toEqual(registered());
});

test.each(Object.entries(CASES))('%s does its work for a manager', async (_name, each) => {
  const sent = await each.send(office, member(each.as));
  await expect.poll(async () => each.isDone(office, sent), { timeout: 5_000 }).toBe(true);
  expect(office.logged.filter(({ level }) => level === 'error')).toEqual([]);
});
