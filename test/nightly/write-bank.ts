import type { Sql } from '../../src/db/database.ts';
import type { Bank } from './bank.ts';

const contactRows = (bank: Bank) =>
  bank.contacts.map((contact, i) => ({
    ...contact,
    contact_id: `K${i}`,
    manager_id: 'RM1',
    at: `${contact.on}T10:00:00Z`,
    channel: 'call',
  }));

const feedRows = (bank: Bank) => bank.feeds.map((feed) => ({ ...feed, delivered: true }));

/** Writes the rows as text and lets PostgreSQL read them as the table's own types. */
const insertRows = async (sql: Sql, table: string, rows: object[]): Promise<void> => {
  if (rows.length === 0) return;
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => `"${name}"`).join(', ');
  const json = JSON.stringify(rows, (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  await sql.unsafe(
    `insert into ${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
    [json],
  );
};

export const writeBank = async (sql: Sql, bank: Bank): Promise<void> => {
  const named = bank.clients.map((row) => ({ ...row, name: row.client_id }));
  await insertRows(sql, 'clients', named);
  await insertRows(sql, 'accounts', bank.accounts);
  await insertRows(sql, 'balances', bank.balances);
  await insertRows(
    sql,
    'transactions',
    bank.transactions.map((row) => ({ ...row, own_name_other_bank: false })),
  );
  await insertRows(sql, 'contacts', contactRows(bank));
  await insertRows(sql, 'fx_rates', bank.rates);
  await insertRows(sql, 'feeds', feedRows(bank));
};
