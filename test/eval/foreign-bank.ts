import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

type Row = Record<string, string>;

/** Tables that this bank does not deliver at all. */
export const FOREIGN_MISSING = ['contacts', 'surveys', 'logins'] as const;
export const FOREIGN_CURRENCY = 'HKD';

/** Reporting-currency units for one unit; what the sample bank holds at home becomes Hong Kong dollars. */
const RATES: Row = { USD: '7.80', EUR: '8.45', CNY: '1.08', HKD: '1', GBP: '9.90', JPY: '0.052' };

/** Every so many accounts one is held in yuan. */
const YUAN_EVERY = 9;
const EMPTY_COLUMNS = ['occupation', 'risk_appetite', 'preferred_channel', 'wechat'];
const BRANCHES = ['Harbourfront', '旺角分行', 'Kwun Tong', '沙田分行', 'Repulse Bay'];
const PEOPLE = ['Fiona Leung', '蔡咏诗', 'Oscar Pereira', '邓浩文', 'Gwen Macdonald', '霍思慧'];
const PRODUCTS = ['Tai Ping Saver', '丰盈组合', 'Victoria Note', '安逸保', 'Peak Equity'];

const nth = (names: readonly string[], index: number): string =>
  names[index] ?? `${names[index % names.length]} ${index}`;

const account = (row: Row, index: number): Row => ({
  ...row,
  currency:
    row.currency === 'CNY'
      ? index % YUAN_EVERY === 0
        ? 'CNY'
        : FOREIGN_CURRENCY
      : (row.currency ?? ''),
  product_name: nth(PRODUCTS, index % PRODUCTS.length),
});

const client = (row: Row): Row => ({
  ...row,
  ...Object.fromEntries(EMPTY_COLUMNS.map((column) => [column, ''])),
});

const setting = (row: Row): Row => {
  const other: Row = {
    reporting_currency: FOREIGN_CURRENCY,
    holiday_calendar: 'HK',
    bank_name: 'Peak Bank',
  };
  return { ...row, value: other[row.key ?? ''] ?? row.value ?? '' };
};

const REWRITES: Record<string, (row: Row, index: number) => Row | null> = {
  accounts: account,
  clients: client,
  settings: setting,
  branches: (row, index) => ({ ...row, name: nth(BRANCHES, index) }),
  managers: (row, index) => ({ ...row, name: nth(PEOPLE, index), email: `p${index}@peak.example` }),
  feeds: (row) => (FOREIGN_MISSING.some((table) => table === row.feed) ? null : row),
};

const ratesFrom = (rows: Row[]): Row[] => {
  const first = rows.map(({ on = '' }) => on).sort()[0] ?? '';
  return Object.entries(RATES)
    .filter(([currency]) => currency !== FOREIGN_CURRENCY)
    .map(([currency, rate]) => ({ currency, on: first, rate: rate ?? '' }));
};

const rewrite = async (folder: string, table: string, change: (rows: Row[]) => Row[]) => {
  const path = join(folder, `${table}.csv`);
  const rows: Row[] = parse(await readFile(path, 'utf8'), { columns: true });
  await writeFile(path, stringify(change(rows), { header: true }));
};

/**
 * Makes another bank of a sample bundle: it reports in Hong Kong dollars, keeps some accounts in yuan, calls
 * its branches, people and products otherwise, leaves columns empty and does not deliver some tables.
 */
export const makeForeign = async (folder: string): Promise<void> => {
  for (const [table, change] of Object.entries(REWRITES))
    await rewrite(folder, table, (rows) => rows.map(change).filter((row) => row !== null));
  await rewrite(folder, 'fx_rates', ratesFrom);
  for (const table of FOREIGN_MISSING) await rm(join(folder, `${table}.csv`));
};
