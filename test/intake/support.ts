import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Result } from '../../src/domain/result.ts';
import {
  type ImportInput,
  type ImportReport,
  importBundle,
} from '../../src/intake/import-bundle.ts';
import { type BundleFiles, writeBundle } from '../support/bundle.ts';
import type { TestDatabase } from '../support/database.ts';

export const NOW = Temporal.Instant.from('2026-11-20T12:00:00Z');

/** Two branches, two managers, two clients with an account each; D is 2026-11-20. */
export const BANK = {
  'branches.csv': ['branch_id,name,parent_branch_id', 'HO,Head office,', 'B1,Harbour,HO'],
  'managers.csv': [
    'manager_id,name,email,role,branch_id,reports_to,locale,timezone',
    'P1,Pia Head,pia@bank.example,president,HO,,en-GB,Europe/London',
    'M1,Mia Lin,mia@bank.example,relationship_manager,B1,P1,zh-CN,Asia/Shanghai',
    'M2,Max Ray,max@bank.example,relationship_manager,B1,P1,en,',
  ],
  'clients.csv': [
    'client_id,kind,name,manager_id,branch_id,onboarded_on',
    'C1,individual,Ann,M1,B1,2024-03-01',
    'C2,corporate,Acme,,B1,',
  ],
  'accounts.csv': [
    'account_id,client_id,product_line,currency,opened_on,closed_on',
    'A1,C1,demand_deposit,CNY,2024-03-01,',
    'A2,C2,loan,CNY,2025-01-01,',
  ],
  'balances.csv': [
    'account_id,on,balance',
    'A1,2026-11-01,1500.5',
    'A1,2026-11-20,1234.50',
    'A2,2026-11-20,90',
  ],
  'transactions.csv': [
    'transaction_id,account_id,booked_on,amount,kind',
    'T1,A1,2026-11-20,-266.00,transfer_out',
    'T2,A1,2026-11-19,0.01,interest',
  ],
} satisfies BundleFiles;

export const importFiles = (
  test: TestDatabase,
  files: BundleFiles,
  input: Partial<ImportInput> = {},
): Promise<Result<ImportReport>> => importFolder(test, writeBundle(files), input);

export const importFolder = (
  test: TestDatabase,
  folder: string,
  input: Partial<ImportInput> = {},
): Promise<Result<ImportReport>> =>
  importBundle(
    { sql: test.database.service.sql, now: NOW, progress: () => {}, clockMs: () => 0 },
    {
      folder,
      mapping: null,
      dryRun: false,
      maxRejectsPercent: 100,
      rejectsPath: join(folder, 'rejects.csv'),
      locale: 'en',
      ...input,
    },
  );

/** The report of an import that could be read; throws its sentence otherwise. */
export const reportOf = async (imported: Promise<Result<ImportReport>>): Promise<ImportReport> => {
  const result = await imported;
  if (result.ok) return result.value;
  throw new Error(result.problem.en);
};

/** The rows of rejects.csv below its header, cells joined by commas; empty where nothing was rejected. */
export const rejectLines = ({ rejectsFile }: ImportReport): string[] => {
  if (!rejectsFile) return [];
  const rows: string[][] = parse(readFileSync(rejectsFile, 'utf8'));
  return rows.slice(1).map((cells) => cells.join(','));
};
