import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { BANK, importFiles, rejectLines, reportOf } from './support.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await reportOf(importFiles(db, BANK));
});
afterAll(() => db.close());

const HEADERS = {
  settings: 'key,value',
  feeds: 'feed,loaded_through',
  branches: 'branch_id,name,parent_branch_id',
  managers: 'manager_id,name,email,role,branch_id,reports_to,locale,timezone',
  clients:
    'client_id,kind,name,manager_id,branch_id,onboarded_on,closed_on,kyc_completed_pct,annual_revenue,watch,risk_aml',
  accounts: 'account_id,client_id,product_line,currency,opened_on,closed_on,matures_on',
  balances: 'account_id,on,balance',
  transactions: 'transaction_id,account_id,booked_on,amount,kind,initiated_by',
  activity: 'client_id,month,last_transaction_on,transaction_days,inflow,outflow',
  contacts: 'contact_id,client_id,manager_id,at,channel,two_way',
  complaints: 'complaint_id,client_id,opened_on,closed_on,severity',
  surveys: 'client_id,on,csat',
  logins: 'client_id,month,days',
  relations: 'from_client_id,to_client_id,relation,since',
  fx_rates: 'currency,on,rate',
};

/** table · row · column, value and beginning of the sentence that rejects.csv must have */
const BAD_ROWS: [keyof typeof HEADERS, string, string][] = [
  ['settings', 'favourite_colour,blue', 'key,favourite_colour,This code is not known'],
  ['settings', 'holiday_calendar,China', 'value,China,The holiday calendar must be'],
  ['feeds', 'horoscopes,2026-11-01', 'feed,horoscopes,This code is not known'],
  ['feeds', 'contacts,2026-02-30', 'loaded_through,2026-02-30,This is not a date'],
  ['branches', ',Nameless,HO', 'branch_id,,branch_id is empty'],
  ['branches', 'B9,Lost,NOWHERE', 'parent_branch_id,NOWHERE,No branch with this id'],
  ['branches', 'B9,Snake,B9', 'parent_branch_id,B9,The branch lies below itself'],
  ['managers', 'M9,Al,al.bank.example,admin,HO,,,', 'email,al.bank.example,This is not an e-mail'],
  ['managers', 'M9,Al,al@bank.example,wizard,HO,,,', 'role,wizard,This code is not known'],
  ['managers', 'M9,Al,al@bank.example,admin,B7,,,', 'branch_id,B7,No branch with this id'],
  ['managers', 'M9,Al,al@bank.example,admin,HO,M8,,', 'reports_to,M8,No manager with this id'],
  ['managers', 'M9,Al,al@bank.example,admin,HO,,fr,', 'locale,fr,The language must be'],
  [
    'managers',
    'M9,Al,al@bank.example,admin,HO,,,Mars/Base',
    'timezone,Mars/Base,This is not an IANA',
  ],
  ['managers', 'M9,Al,MIA@bank.example,admin,HO,,,', 'email,MIA@bank.example,Another manager has'],
  ['clients', 'C9,alien,Zed,,,,,,,,', 'kind,alien,This code is not known'],
  ['clients', 'C9,individual,Zed,M9,,,,,,,', 'manager_id,M9,No manager with this id'],
  ['clients', 'C9,individual,Zed,,B7,,,,,,', 'branch_id,B7,No branch with this id'],
  ['clients', 'C9,individual,Zed,,,20260101,,,,,', 'onboarded_on,20260101,This is not a date'],
  [
    'clients',
    'C9,individual,Zed,,,2026-01-02,2026-01-01,,,,',
    'closed_on,2026-01-01,This date lies before onboarded_on',
  ],
  [
    'clients',
    'C9,individual,Zed,,,,,101,,,',
    'kyc_completed_pct,101,This number must lie between 0 and 100',
  ],
  [
    'clients',
    'C9,individual,Zed,,,,,,1.005,,',
    'annual_revenue,1.005,The amount has more decimals than CNY',
  ],
  ['clients', 'C9,individual,Zed,,,,,,,maybe,', 'watch,maybe,This is neither true nor false'],
  ['clients', 'C9,individual,Zed,,,,,,,,extreme', 'risk_aml,extreme,This code is not known'],
  ['clients', 'C9,individual', ',,The row has 2 cells where the header has 11'],
  ['accounts', 'A9,C9,fund,CNY,,,', 'client_id,C9,No client with this id'],
  ['accounts', 'A9,C1,piggy_bank,CNY,,,', 'product_line,piggy_bank,This code is not known'],
  ['accounts', 'A1,C1,demand_deposit,USD,,,', 'currency,USD,The account is kept in CNY'],
  ['accounts', 'A9,C1,fund,XYZ,,,', 'currency,XYZ,This is not an ISO 4217'],
  ['accounts', 'A9,C1,fund,JPY,,,', 'currency,JPY,fx_rates has no rate for JPY'],
  [
    'accounts',
    'A1,C2,demand_deposit,CNY,,,',
    'account_id,A1,The account belongs to client C1 already',
  ],
  [
    'accounts',
    'A9,C1,fund,CNY,2026-01-02,,2026-01-01',
    'matures_on,2026-01-01,This date lies before opened_on',
  ],
  ['balances', 'A9,2026-11-20,1', 'account_id,A9,No account with this id'],
  ['balances', 'A1,2026-11-20,1.001', 'balance,1.001,The amount has more decimals than CNY'],
  ['balances', 'A1,2026-11-20,"1,000"', 'balance,1,000,This is not a plain decimal'],
  [
    'balances',
    'A1,2026-11-20,100000000000000000',
    'balance,100000000000000000,The amount is too large',
  ],
  ['balances', 'A2,2026-11-20,-5', 'balance,-5,What is owed on a loan'],
  ['transactions', 'T9,A9,2026-11-20,1,other,', 'account_id,A9,No account with this id'],
  ['transactions', 'T9,A1,2026-11-20,1,bribe,', 'kind,bribe,This code is not known'],
  ['transactions', 'T9,A1,2026-11-20,1e3,other,', 'amount,1e3,This is not a plain decimal'],
  ['transactions', 'T9,A1,2026-11-20,1,other,nobody', 'initiated_by,nobody,This code is not known'],
  ['activity', 'C1,2026-13,,,,', 'month,2026-13,This is not a month'],
  [
    'activity',
    'C1,2026-10,2026-11-01,,,',
    'last_transaction_on,2026-11-01,This date lies after the end',
  ],
  ['activity', 'C1,2026-10,,,-1,', 'inflow,-1,This number must not be negative'],
  ['contacts', 'K9,C9,M1,2026-11-20T09:30:00+08:00,call,', 'client_id,C9,No client with this id'],
  ['contacts', 'K9,C1,M9,2026-11-20T09:30:00+08:00,call,', 'manager_id,M9,No manager with this id'],
  [
    'contacts',
    'K9,C1,M1,2026-11-20T09:30:00,call,',
    'at,2026-11-20T09:30:00,This is not an ISO 8601 instant',
  ],
  [
    'complaints',
    'Q9,C1,2026-11-20,2026-11-19,',
    'closed_on,2026-11-19,This date lies before opened_on',
  ],
  ['complaints', 'Q9,C1,2026-11-20,,dire', 'severity,dire,This code is not known'],
  ['surveys', 'C1,2026-11-20,-1', 'csat,-1,This number must lie between 1 and 5'],
  ['surveys', 'C1,2026-11-20,4.5', 'csat,4.5,This is not a whole number'],
  ['logins', 'C1,2026-11,32', 'days,32,This number must lie between 0 and 31'],
  ['relations', 'C1,C1,spouse_of,', 'to_client_id,C1,A client cannot be related to itself'],
  ['relations', 'C1,C9,spouse_of,', 'to_client_id,C9,No client with this id'],
  ['relations', 'C1,C2,rival_of,', 'relation,rival_of,This code is not known'],
  ['fx_rates', 'USD,2026-11-01,0', 'rate,0,This number must be above zero'],
];

describe('a row that cannot be taken goes to rejects.csv with its place, value and a sentence', () => {
  test.each(BAD_ROWS)('%s: %s', async (table, row, expected) => {
    const files = { [`${table}.csv`]: [HEADERS[table], row] };
    const report = await reportOf(importFiles(db, files, { dryRun: true }));
    expect(report.tables[table]).toMatchObject({ read: 1, rejected: 1, inserted: 0, updated: 0 });
    const [line] = rejectLines(report);
    expect(line?.startsWith(`${table}.csv,2,${expected}`), line).toBe(true);
  });

  test('while the rows around it load', async () => {
    const surveys = ['client_id,on,csat', 'C1,2026-11-01,5', 'C1,2026-11-02,9', 'C2,2026-11-02,1'];
    const report = await reportOf(importFiles(db, { 'surveys.csv': surveys }, { dryRun: true }));
    expect(report.tables.surveys).toMatchObject({ read: 3, inserted: 2, rejected: 1 });
    expect(rejectLines(report)).toEqual([
      'surveys.csv,3,csat,9,This number must lie between 1 and 5.',
    ]);
  });

  test('in the language of the reader', async () => {
    const files = { 'surveys.csv': ['client_id,on,csat', 'C1,2026-11-02,9'] };
    const report = await reportOf(importFiles(db, files, { dryRun: true, locale: 'zh-CN' }));
    expect(rejectLines(report)).toEqual(['surveys.csv,2,csat,9,数值必须在 1 到 5 之间。']);
  });
});

describe('an id that occurs twice', () => {
  const twice = (second: string) => ({
    'complaints.csv': [HEADERS.complaints, 'Q1,C1,2026-11-01,,normal', second],
  });

  test('is rejected when the content differs, naming the line that was taken', async () => {
    const report = await reportOf(
      importFiles(db, twice('Q1,C2,2026-11-01,,severe'), { dryRun: true }),
    );
    expect(report.tables.complaints).toMatchObject({ read: 2, inserted: 1, rejected: 1 });
    expect(rejectLines(report)[0]).toContain(
      'complaints.csv,3,complaint_id,Q1,Line 2 has the same id',
    );
  });

  test('is no fault when the content is the same', async () => {
    const report = await reportOf(
      importFiles(db, twice('Q1,C1,2026-11-01,,normal'), { dryRun: true }),
    );
    expect(report.tables.complaints).toMatchObject({
      read: 2,
      inserted: 1,
      unchanged: 1,
      rejected: 0,
    });
  });
});

describe('foreign currency', () => {
  const usd = (balance: string) => ({
    'fx_rates.csv': [HEADERS.fx_rates, 'USD,2026-11-10,7.12'],
    'accounts.csv': [HEADERS.accounts, 'A9,C1,fund,USD,,,', 'A8,C1,fund,KWD,,,'],
    'balances.csv': [HEADERS.balances, balance],
  });

  test('is taken from the first day that has a rate', async () => {
    const report = await reportOf(importFiles(db, usd('A9,2026-11-10,10.25'), { dryRun: true }));
    expect(report.tables.balances).toMatchObject({ inserted: 1 });
    expect(report.tables.accounts).toMatchObject({ inserted: 1, rejected: 1 });
  });

  test('is rejected on a day before that, for no rate is never 1', async () => {
    const report = await reportOf(importFiles(db, usd('A9,2026-11-09,10.25'), { dryRun: true }));
    expect(rejectLines(report)).toContain(
      'balances.csv,2,on,2026-11-09,fx_rates has no rate for USD on or before that day.',
    );
  });
});

test('a rejected head office takes the branches below it with it', async () => {
  const branches = [HEADERS.branches, 'X1,One,X2', 'X2,Two,X3', 'X3,Three,NOWHERE', 'B8,Fine,HO'];
  const report = await reportOf(importFiles(db, { 'branches.csv': branches }, { dryRun: true }));
  expect(report.tables.branches).toMatchObject({ read: 4, inserted: 1, rejected: 3 });
});

test('two managers may trade addresses', async () => {
  const managers = [
    HEADERS.managers,
    'M1,Mia Lin,max@bank.example,relationship_manager,B1,P1,zh-CN,Asia/Shanghai',
    'M2,Max Ray,mia@bank.example,relationship_manager,B1,P1,en,',
  ];
  const report = await reportOf(importFiles(db, { 'managers.csv': managers }, { dryRun: true }));
  expect(report.tables.managers).toMatchObject({ updated: 2, rejected: 0 });
});

test('a transaction that moves to an account of another client is not doubled', async () => {
  const moved = [HEADERS.transactions, 'T1,A2,2026-11-20,-266.00,transfer_out,'];
  const report = await reportOf(importFiles(db, { 'transactions.csv': moved }));
  expect(report.tables.transactions).toMatchObject({ inserted: 0, updated: 1 });
  const rows = await db.owner`select client_id from transactions where transaction_id = 'T1'`;
  expect(rows.map((row) => row.client_id)).toEqual(['C2']);
});
