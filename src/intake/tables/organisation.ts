/** settings, branches, managers, fx_rates and feeds. */
import { ROLES } from '../../domain/actor.ts';
import * as cells from '../cells.ts';
import type { TableSpec } from '../tables.ts';
import { code, date, numeric, required, same, text, textOf } from './columns.ts';

export const SETTING_KEYS = ['reporting_currency', 'holiday_calendar', 'bank_name'] as const;

/** What the feeds table may speak of: every table of facts, and salary credits. */
const FEEDS = [
  'branches',
  'managers',
  'clients',
  'accounts',
  'balances',
  'transactions',
  'activity',
  'month_ends',
  'contacts',
  'complaints',
  'surveys',
  'logins',
  'relations',
  'fx_rates',
  'settings',
  'salary',
] as const;

export const organisationTables = {
  settings: {
    columns: [required(code('key', SETTING_KEYS)), required(text('value'))],
    key: ['key'],
    stored: same('key', 'value'),
    storedKey: ['key'],
  },
  branches: {
    columns: [required(text('branch_id')), required(text('name')), text('parent_branch_id')],
    key: ['branch_id'],
    stored: same('branch_id', 'name', 'parent_branch_id'),
    storedKey: ['branch_id'],
  },
  managers: {
    columns: [
      required(text('manager_id')),
      required(text('name')),
      required(textOf('email', cells.email)),
      required(code('role', ROLES)),
      required(text('branch_id')),
      text('reports_to'),
      textOf('locale', cells.locale),
      textOf('timezone', cells.timezone),
      text('slack_user_id'),
    ],
    key: ['manager_id'],
    stored: same(
      'manager_id',
      'name',
      'email',
      'role',
      'branch_id',
      'reports_to',
      'locale',
      'timezone',
      'slack_user_id',
    ),
    storedKey: ['manager_id'],
  },
  fx_rates: {
    columns: [
      required(textOf('currency', cells.currency)),
      required(date('on')),
      required(numeric('rate', cells.rate)),
    ],
    key: ['currency', 'on'],
    stored: same('currency', 'on', 'rate'),
    storedKey: ['currency', 'on'],
    newestOn: 's."on"',
    begins: (row) => `${row}."on"`,
  },
  feeds: {
    columns: [required(code('feed', FEEDS)), required(date('loaded_through'))],
    key: ['feed'],
    stored: same('feed', 'loaded_through'),
    storedKey: ['feed'],
  },
} satisfies Record<string, TableSpec>;
