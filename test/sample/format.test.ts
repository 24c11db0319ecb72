import { beforeAll, describe, expect, test } from 'vitest';
import { LOCALES, ROLES } from '../../src/domain/actor.ts';
import { parseDate } from '../../src/domain/business-date.ts';
import * as codes from '../../src/domain/client.ts';
import { parseMinor } from '../../src/domain/money.ts';
import type { TableName } from '../../src/sample/tables.ts';
import { type Bank, groupBy, sampleBank } from './bank.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await sampleBank({
    managers: 3,
    clientsPerManager: 220,
    seed: 11,
    businessDate: Temporal.PlainDate.from('2026-11-20'),
  });
});

const optional = (list: readonly string[]) => ['', ...list];
const BOOLEAN = ['', 'true', 'false'];

const CODES: [TableName, string, readonly string[]][] = [
  ['managers', 'role', ROLES],
  ['managers', 'locale', LOCALES],
  ['clients', 'kind', codes.CLIENT_KINDS],
  ['clients', 'risk_credit', optional(codes.RISK_LEVELS)],
  ['clients', 'risk_aml', optional(codes.RISK_LEVELS)],
  ['clients', 'risk_operational', optional(codes.RISK_LEVELS)],
  ['clients', 'risk_appetite', optional(codes.RISK_APPETITES)],
  ['clients', 'watch', BOOLEAN],
  ['clients', 'marketing_opt_out', BOOLEAN],
  ['clients', 'preferred_channel', optional(codes.CONTACT_CHANNELS)],
  ['accounts', 'product_line', codes.PRODUCT_LINES],
  ['accounts', 'currency', ['CNY', 'USD', 'HKD']],
  ['accounts', 'renewal_instructed', BOOLEAN],
  ['transactions', 'kind', codes.TRANSACTION_KINDS],
  ['transactions', 'initiated_by', ['', 'client', 'bank']],
  ['transactions', 'own_name_other_bank', BOOLEAN],
  ['contacts', 'channel', codes.CONTACT_CHANNELS],
  ['contacts', 'two_way', BOOLEAN],
  ['contacts', 'purpose', codes.CONTACT_PURPOSES],
  ['complaints', 'severity', codes.COMPLAINT_SEVERITIES],
  ['surveys', 'csat', ['1', '2', '3', '4', '5']],
  ['relations', 'relation', codes.RELATIONS],
];

const REFERENCES: [TableName, string, TableName, string][] = [
  ['branches', 'parent_branch_id', 'branches', 'branch_id'],
  ['managers', 'branch_id', 'branches', 'branch_id'],
  ['managers', 'reports_to', 'managers', 'manager_id'],
  ['clients', 'manager_id', 'managers', 'manager_id'],
  ['clients', 'branch_id', 'branches', 'branch_id'],
  ['accounts', 'client_id', 'clients', 'client_id'],
  ['balances', 'account_id', 'accounts', 'account_id'],
  ['transactions', 'account_id', 'accounts', 'account_id'],
  ['contacts', 'client_id', 'clients', 'client_id'],
  ['contacts', 'manager_id', 'managers', 'manager_id'],
  ['complaints', 'client_id', 'clients', 'client_id'],
  ['surveys', 'client_id', 'clients', 'client_id'],
  ['logins', 'client_id', 'clients', 'client_id'],
  ['relations', 'from_client_id', 'clients', 'client_id'],
  ['relations', 'to_client_id', 'clients', 'client_id'],
];

const KEYS: [TableName, string[]][] = [
  ['branches', ['branch_id']],
  ['managers', ['manager_id']],
  ['managers', ['email']],
  ['clients', ['client_id']],
  ['accounts', ['account_id']],
  ['balances', ['account_id', 'on']],
  ['transactions', ['transaction_id']],
  ['contacts', ['contact_id']],
  ['complaints', ['complaint_id']],
  ['surveys', ['client_id', 'on']],
  ['logins', ['client_id', 'month']],
  ['relations', ['from_client_id', 'to_client_id', 'relation']],
  ['fx_rates', ['currency', 'on']],
  ['settings', ['key']],
  ['feeds', ['feed']],
];

const DATES: [TableName, string][] = [
  ['clients', 'onboarded_on'],
  ['clients', 'birth_date'],
  ['clients', 'kyc_review_due_on'],
  ['accounts', 'opened_on'],
  ['accounts', 'matures_on'],
  ['balances', 'on'],
  ['transactions', 'booked_on'],
  ['relations', 'since'],
  ['fx_rates', 'on'],
  ['feeds', 'loaded_through'],
];

const MONEY: [TableName, string][] = [
  ['clients', 'annual_revenue'],
  ['clients', 'target_credit'],
  ['clients', 'contribution_12m'],
  ['balances', 'balance'],
  ['transactions', 'amount'],
];

const valuesOf = (table: TableName, column: string) =>
  new Set(bank.tables[table].map((row) => row[column] ?? 'no such column'));

describe('every row is as the intake format says', () => {
  test.each(CODES)('%s.%s holds only its codes', (table, column, allowed) => {
    expect([...valuesOf(table, column)].filter((value) => !allowed.includes(value))).toEqual([]);
  });

  test.each(REFERENCES)('%s.%s names a row of %s', (table, column, target, key) => {
    const known = valuesOf(target, key);
    const wrong = [...valuesOf(table, column)].filter((value) => value !== '' && !known.has(value));
    expect(wrong).toEqual([]);
  });

  test.each(KEYS)('%s are told apart by %s', (table, columns) => {
    const keys = bank.tables[table].map((row) => columns.map((column) => row[column]).join('/'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(DATES)('%s.%s is a date', (table, column) => {
    const values = [...valuesOf(table, column)];
    expect(values.filter((value) => value !== '' && parseDate(value) === null)).toEqual([]);
  });

  test.each(MONEY)('%s.%s is a plain decimal', (table, column) => {
    const values = [...valuesOf(table, column)];
    expect(values.filter((value) => value !== '' && parseMinor(value, 2) === null)).toEqual([]);
  });

  test('no relation leads to itself, no log-in month is longer than a month', () => {
    const { relations, logins } = bank.tables;
    expect(relations.filter((row) => row.from_client_id === row.to_client_id)).toEqual([]);
    expect(logins.filter(({ days }) => Number(days) < 1 || Number(days) > 31)).toEqual([]);
    expect(logins.filter(({ month }) => !/^\d{4}-\d{2}$/.test(month ?? ''))).toEqual([]);
  });

  test('a rate exists from the first balance on', () => {
    const firstBalance = bank.tables.balances.map((row) => row.on ?? '').sort()[0] ?? '';
    for (const rows of groupBy(bank.tables.fx_rates, 'currency').values())
      expect((rows[0]?.on ?? '') <= firstBalance).toBe(true);
  });
});
