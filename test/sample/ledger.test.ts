import { beforeAll, describe, expect, test } from 'vitest';
import { SERVICE_LINES } from '../../src/domain/client.ts';
import { type Bank, type Cells, groupBy, sampleBank } from './bank.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await sampleBank({
    managers: 2,
    clientsPerManager: 250,
    seed: 3,
    businessDate: Temporal.PlainDate.from('2026-11-20'),
  });
});

const fen = (text = ''): bigint => BigInt(text.replace('.', ''));
const owing = ['loan', 'mortgage', 'credit_card'];
const services: readonly string[] = SERVICE_LINES;
const sum = (rows: Cells[]) => rows.reduce((total, row) => total + fen(row.amount), 0n);

test('a bank whose history begins on a pay day has one balance an account and day', async () => {
  const businessDate = Temporal.PlainDate.from('2026-11-05');
  const { tables } = await sampleBank({
    managers: 1,
    clientsPerManager: 80,
    seed: 33,
    businessDate,
  });
  const days = tables.balances.map((row) => `${row.account_id} ${row.on}`);
  expect(days.length - new Set(days).size).toBe(0);
});

describe('accounts', () => {
  test('move by exactly the sum of their transactions', () => {
    const transactions = groupBy(bank.tables.transactions, 'account_id');
    const lines = new Map(bank.tables.accounts.map((row) => [row.account_id, row.product_line]));
    for (const [id, rows] of groupBy(bank.tables.balances, 'account_id')) {
      if (owing.includes(lines.get(id) ?? '')) continue;
      const [first, last] = [rows[0] as Cells, rows.at(-1) as Cells];
      const later = (transactions.get(id) ?? []).filter(
        (row) => (row.booked_on ?? '') > (first.on ?? ''),
      );
      expect([id, fen(last.balance) - fen(first.balance)]).toEqual([id, sum(later)]);
    }
  });

  test('are never overdrawn', () => {
    expect(bank.tables.balances.filter((row) => row.balance?.startsWith('-'))).toEqual([]);
  });

  test('have balances in order of days that say only what changed', () => {
    for (const rows of groupBy(bank.tables.balances, 'account_id').values())
      rows.slice(1).forEach((row, index) => {
        expect((row.on ?? '') > (rows[index]?.on ?? '')).toBe(true);
        expect(row.balance).not.toBe(rows[index]?.balance);
      });
  });

  test('hold nothing and see nothing once closed', () => {
    const closed = bank.tables.accounts.filter((row) => row.closed_on !== '');
    const balances = groupBy(bank.tables.balances, 'account_id');
    const transactions = groupBy(bank.tables.transactions, 'account_id');
    expect(closed.length).toBeGreaterThan(5);
    for (const row of closed) {
      const id = row.account_id ?? '';
      expect([id, balances.get(id)?.at(-1)?.balance]).toEqual([id, '0.00']);
      const after = (transactions.get(id) ?? []).filter(
        (booked) => (booked.booked_on ?? '') > (row.closed_on ?? ''),
      );
      expect(after).toEqual([]);
    }
  });

  test('of a service line have neither balance nor transaction', () => {
    const rows = bank.tables.accounts.filter((row) => services.includes(row.product_line ?? ''));
    const used = new Set([
      ...bank.tables.balances.map((row) => row.account_id),
      ...bank.tables.transactions.map((row) => row.account_id),
    ]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => used.has(row.account_id))).toEqual([]);
  });

  test('see nothing before they were opened', () => {
    const opened = new Map(
      bank.tables.accounts.map((row) => [row.account_id, row.opened_on ?? '']),
    );
    const early = bank.tables.transactions.filter(
      (row) => (row.booked_on ?? '') < (opened.get(row.account_id) ?? ''),
    );
    expect(early).toEqual([]);
  });

  test('buy and redeem products without money appearing or vanishing', () => {
    const trades = bank.tables.transactions.filter(
      ({ kind }) => kind === 'purchase' || kind === 'redemption',
    );
    expect(trades.length).toBeGreaterThan(0);
    expect(sum(trades)).toBe(0n);
  });
});
