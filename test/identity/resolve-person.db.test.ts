import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDirectMessage, saveDirectMessage } from '../../src/identity/direct-messages.ts';
import { findActorByEmail } from '../../src/identity/find-actor.ts';
import {
  forgetPerson,
  type IdentityContext,
  resolvePerson,
  type SlackProfile,
} from '../../src/identity/resolve-person.ts';
import { isFirstSight, pruneSeenEvents } from '../../src/identity/seen-events.ts';
import { type Bank, NOW, openBank } from '../coverage/a-bank.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.close());

const WHO = { teamId: 'T1', slackUserId: 'U1' };
const KNOWN: SlackProfile = {
  email: 'M1@Bank.Example',
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
  outsider: false,
};
const at = (minutes: number): IdentityContext => ({
  database: bank.database,
  now: () => NOW.add({ minutes }),
});
/** Resolves after `minutes` and says whether Slack was asked. */
const resolve = async (minutes: number, profile: SlackProfile) => {
  let asked = false;
  const person = await resolvePerson(at(minutes), WHO, async () => {
    asked = true;
    return profile;
  });
  return { managerId: person.actor?.managerId ?? null, locale: person.locale, asked };
};

test('a manager is found by e-mail, letter case aside, and remembered for a day', async () => {
  const known = { managerId: 'M1', locale: 'zh-CN' };
  expect(await resolve(0, KNOWN)).toEqual({ ...known, asked: true });
  expect(await resolve(24 * 60 - 1, KNOWN)).toEqual({ ...known, asked: false });
  expect(await resolve(24 * 60, KNOWN)).toEqual({ ...known, asked: true });
});

test('somebody unknown is nobody, and looked up again after five minutes', async () => {
  const stranger = { ...KNOWN, email: 'someone@else.example' };
  expect(await resolve(0, stranger)).toMatchObject({ managerId: null, asked: true });
  expect(await resolve(4, KNOWN)).toMatchObject({ managerId: null, asked: false });
  expect(await resolve(5, KNOWN)).toMatchObject({ managerId: 'M1', asked: true });
});

test.each([
  ['a guest with a manager’s address', { ...KNOWN, outsider: true }],
  ['a profile without an address', { ...KNOWN, email: null }],
] as const)('%s is nobody', async (_case, profile) => {
  expect((await resolve(0, profile)).managerId).toBeNull();
});

test('a changed profile counts from the next message on, and a changed role at once', async () => {
  await resolve(0, KNOWN);
  await forgetPerson(at(1), WHO);
  expect(await resolve(1, { ...KNOWN, email: null })).toMatchObject({
    managerId: null,
    asked: true,
  });
  await forgetPerson(at(1), WHO);
  await resolve(1, KNOWN);
  await bank.owner`update managers set role = 'branch_head' where manager_id = 'M1'`;
  const person = await resolvePerson(at(2), WHO, async () => KNOWN);
  expect(person.actor?.role).toBe('branch_head');
});

test('when Slack cannot be asked, nobody is let in', async () => {
  const down = async (): Promise<SlackProfile> => {
    throw new Error('down');
  };
  await expect(resolvePerson(at(0), WHO, down)).rejects.toThrow('down');
  await resolve(0, KNOWN);
  await expect(resolvePerson(at(2_000), WHO, down)).rejects.toThrow('down');
});

test('a direct message is remembered, and looking the person up again keeps it', async () => {
  await saveDirectMessage(at(0), { ...WHO, managerId: 'M1' }, 'D1');
  expect(await resolve(0, KNOWN)).toMatchObject({ managerId: 'M1', asked: true });
  expect(await findDirectMessage(at(0), 'T1', 'M1')).toEqual({
    slackUserId: 'U1',
    channelId: 'D1',
    locale: 'zh-CN',
  });
  expect(await findDirectMessage(at(0), 'T2', 'M1')).toBeNull();
});

test('of ten processes that see an event by any of its keys, one takes it', async () => {
  const seen = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      isFirstSight(at(0), [`event:${index}`, 'message:C:1']),
    ),
  );
  expect(seen.filter(Boolean)).toHaveLength(1);
  expect(await isFirstSight(at(0), ['message:C:2', 'event:0'])).toBe(false);
});

test('events are forgotten after two days', async () => {
  await isFirstSight(at(0), ['a']);
  await pruneSeenEvents(at(48 * 60));
  expect(await isFirstSight(at(0), ['a'])).toBe(false);
  await pruneSeenEvents(at(48 * 60 + 1));
  expect(await isFirstSight(at(0), ['a'])).toBe(true);
});

test('an unknown e-mail address is nobody', async () => {
  expect(await findActorByEmail(bank.database, 'x@y.example')).toBeNull();
  expect((await findActorByEmail(bank.database, ' m2@BANK.example '))?.managerId).toBe('M2');
});
