import { beforeAll, describe, expect, test } from 'vitest';
import { SPECIAL } from '../../src/sample/archetypes/index.ts';
import { LIFE } from '../../src/sample/archetypes/life.ts';
import { type Bank, type Cells, sampleBank } from './bank.ts';
import { type Reference, referenceOf } from './reference.ts';

let bank: Bank;
let reference: Reference;
beforeAll(async () => {
  bank = await sampleBank({
    managers: 1,
    clientsPerManager: SPECIAL.length * 2,
    seed: 23,
    businessDate: Temporal.PlainDate.from('2027-03-01'),
  });
  reference = referenceOf(bank);
});

const exampleOf = (archetype: string): string =>
  bank.summary.examples.find((example) => example.archetype === archetype)?.clientId ?? 'none';
const rowOf = (archetype: string): Cells =>
  bank.tables.clients.find(({ client_id }) => client_id === exampleOf(archetype)) ?? {};
const daysAgo = (text = ''): number =>
  Temporal.PlainDate.from(text.slice(0, 10)).until(bank.summary.businessDate, {
    largestUnit: 'days',
  }).days;
const rowsOf = (table: 'contacts' | 'complaints' | 'surveys' | 'logins', archetype: string) =>
  bank.tables[table].filter(({ client_id }) => client_id === exampleOf(archetype));
const openAccounts = (archetype: string): Cells[] =>
  reference.accountsOf(exampleOf(archetype)).filter(({ closed_on }) => closed_on === '');

describe('stages of life', () => {
  test('each has its archetype', () => {
    const ids = LIFE.map(({ id }) => id);
    const stages = ['prospect', 'new_client', 'loyal', 'lost_closed', 'lost_empty', 'won_back'];
    expect(ids).toEqual(expect.arrayContaining(stages));
  });

  test('a prospect never held an account but was talked to', () => {
    expect(reference.accountsOf(exampleOf('prospect'))).toEqual([]);
    expect(rowOf('prospect').manager_id).toBe('M001');
  });

  test('a new client opened the first product within 90 days', () => {
    const opened = reference
      .accountsOf(exampleOf('new_client'))
      .map((row) => daysAgo(row.opened_on));
    expect(Math.max(...opened)).toBeLessThanOrEqual(90);
  });

  test('a loyal client holds three lines or more, for two years, satisfied', () => {
    const lines = new Set(openAccounts('loyal').map((row) => row.product_line));
    expect(lines.size).toBeGreaterThanOrEqual(3);
    expect(daysAgo(rowOf('loyal').onboarded_on)).toBeGreaterThan(730);
    expect(Number(rowsOf('surveys', 'loyal').at(-1)?.csat)).toBeGreaterThanOrEqual(4);
  });

  test('a lost client has closed everything, or less than 100 yuan for 180 days', () => {
    expect(openAccounts('lost_closed')).toEqual([]);
    expect(rowOf('lost_and_closed_off').closed_on).not.toBe('');
    const on = bank.summary.businessDate;
    const { sumMinor, days } = reference.average(
      exampleOf('lost_empty'),
      on.subtract({ days: 179 }),
      on,
    );
    expect(openAccounts('lost_empty')).not.toEqual([]);
    expect(sumMinor).toBe(20_00n * days);
  });

  test('a client won back opened a new account within a year of closing all others', () => {
    const accounts = reference.accountsOf(exampleOf('won_back'));
    const closed = accounts
      .filter(({ closed_on }) => closed_on !== '')
      .map((row) => daysAgo(row.closed_on));
    const [current] = openAccounts('won_back');
    expect(closed).toHaveLength(accounts.length - 1);
    expect(Math.min(...closed) - daysAgo(current?.opened_on)).toBeGreaterThan(0);
    expect(Math.max(...closed) - daysAgo(current?.opened_on)).toBeLessThan(365);
  });
});

describe('signals of the churn card', () => {
  const lastConversation = (archetype: string) =>
    rowsOf('contacts', archetype)
      .filter(({ two_way, channel }) => two_way !== 'false' && channel !== 'mass_message')
      .map(({ at }) => daysAgo(at))
      .sort((a, b) => a - b)[0];

  test('contact is overdue by the named share of a cadence of 30 days', () => {
    expect(lastConversation('r09_late')).toBe(51);
    expect(lastConversation('r09_overdue')).toBe(75);
    expect(lastConversation('contacted_today')).toBe(0);
    expect(lastConversation('missed_calls_only')).toBeUndefined();
    expect(rowsOf('contacts', 'missed_calls_only').length).toBeGreaterThan(5);
  });

  test('complaints are open where they should be', () => {
    expect(rowsOf('complaints', 'r07_normal')).toMatchObject([
      { severity: 'normal', closed_on: '' },
    ]);
    expect(rowsOf('complaints', 'r07_severe')).toMatchObject([
      { severity: 'severe', closed_on: '' },
    ]);
    expect(daysAgo(rowsOf('complaints', 'complaint_settled')[0]?.closed_on)).toBe(185);
  });

  test('log-ins fall to at most half, or stop', () => {
    const daysIn = (archetype: string, month: string) =>
      Number(rowsOf('logins', archetype).find((row) => row.month === month)?.days ?? 0);
    const mean = (archetype: string) =>
      (daysIn(archetype, '2027-01') + daysIn(archetype, '2026-12') + daysIn(archetype, '2026-11')) /
      3;
    expect(mean('r06_half')).toBeGreaterThan(0);
    expect(daysIn('r06_half', '2027-02')).toBeLessThanOrEqual(mean('r06_half') / 2);
    expect(mean('r06_zero')).toBeGreaterThan(0);
    expect(daysIn('r06_zero', '2027-02')).toBe(0);
  });

  test('products end without renewal: one, two, the last', () => {
    const ended = (archetype: string) =>
      reference
        .accountsOf(exampleOf(archetype))
        .filter(({ closed_on }) => closed_on !== '' && daysAgo(closed_on) < 60).length;
    expect([ended('r03_one'), ended('r03_two')]).toEqual([1, 2]);
    expect(openAccounts('r03_last')).toEqual([]);
  });

  test('a large maturity comes within 14 days, instructed or not', () => {
    const maturing = (archetype: string) =>
      reference
        .accountsOf(exampleOf(archetype))
        .filter(({ matures_on }) => matures_on && daysAgo(matures_on) >= -14)
        .map((row) => row.renewal_instructed);
    expect(maturing('r11')).toEqual(['']);
    expect(maturing('matures_instructed')).toEqual(['true']);
  });

  test('own-name transfers elsewhere take a third or more', () => {
    const sent = reference
      .transactionsOf(exampleOf('r10'))
      .filter((row) => row.own_name_other_bank === 'true');
    expect(sent).toHaveLength(1);
    const amount = BigInt(sent[0]?.amount?.replace('.', '') ?? '0');
    const on = bank.summary.businessDate;
    const { sumMinor } = reference.average(exampleOf('r10'), on, on);
    expect(-amount * 3n).toBeGreaterThan(sumMinor);
  });

  test('a red-list client has nothing to be reached by', () => {
    const { phone, email, address, wechat } = rowOf('red_list_empty');
    expect([phone, email, address, wechat]).toEqual(['', '', '', '']);
    const unusable = rowOf('red_list_unusable');
    expect([unusable.address, unusable.wechat]).toEqual(['', '']);
    expect(unusable.phone).toMatch(/^0+$/);
    expect(unusable.email).toMatch(/@$/);
  });
});
