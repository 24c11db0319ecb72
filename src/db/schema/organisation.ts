import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Locale, Role } from '../../domain/actor.ts';
import { id, onDate } from './columns.ts';

export const branches = pgTable('branches', {
  branchId: id('branch_id').primaryKey(),
  name: text('name').notNull(),
  parentBranchId: id('parent_branch_id'),
});

export const managers = pgTable(
  'managers',
  {
    managerId: id('manager_id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    role: text('role').$type<Role>().notNull(),
    branchId: id('branch_id').notNull(),
    reportsTo: id('reports_to'),
    locale: text('locale').$type<Locale>(),
    timezone: text('timezone'),
    slackUserId: text('slack_user_id'),
  },
  (t) => [uniqueIndex('managers_email').on(sql`lower(${t.email})`), index().on(t.branchId)],
);

export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/** `delivered`: the bank has sent this table at least once; what never came is "not assessed". */
export const feeds = pgTable('feeds', {
  feed: text('feed').primaryKey(),
  /** null: complete through the newest row of the table. */
  loadedThrough: onDate('loaded_through'),
  newestRowOn: onDate('newest_row_on'),
  delivered: boolean('delivered').notNull().default(true),
});

/** Columns of the bundle that held a value in some import, e.g. `clients`, `phone`; others are "not assessed". */
export const filledColumns = pgTable(
  'filled_columns',
  { feed: text('feed').notNull(), column: text('column').notNull() },
  (t) => [primaryKey({ columns: [t.feed, t.column] })],
);
