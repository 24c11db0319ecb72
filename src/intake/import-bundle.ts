/** Loads one bundle in one transaction: askers see all of it or nothing. */
import { resolve } from 'node:path';
import { findCompleteDate } from '../db/business-date.ts';
import type { Sql, Transaction } from '../db/database.ts';
import type { Locale } from '../domain/actor.ts';
import { fail, ok, type Problem, ProblemError, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { intakeText } from '../text/intake.ts';
import type { ImportContext, TableCounts } from './context.ts';
import { applyCoverage, type CoverageConflict } from './coverage.ts';
import { describeCurrencies, settleReportingCurrency } from './currencies.ts';
import { dropStage, loadTable, storeStaged } from './load-table.ts';
import { openMapped } from './mapping/open-mapped.ts';
import { tickEvery } from './progress.ts';
import { openRejects, type RejectsFile } from './rejects.ts';
import { openCanonical } from './source/canonical.ts';
import type { Bundle, UnknownColumn } from './source/source.ts';
import { stageTable } from './stage.ts';
import { TABLES, type TableName } from './tables.ts';

export type ImportInput = {
  folder: string;
  /** A mapping file for a bank's own export; null = the canonical bundle. */
  mapping: string | null;
  /** The month of the export that the mapping is to read, YYYY-MM; null = the mapping's own. */
  period?: string | null;
  dryRun: boolean;
  /** Percent of rows read that may be rejected. */
  maxRejectsPercent: number;
  rejectsPath: string;
  locale: Locale;
};

export type ImportReport = {
  tables: Partial<Record<TableName, TableCounts>>;
  /** null = nothing was rejected. */
  rejectsFile: string | null;
  /** null = neither balances nor transactions have ever come. */
  businessDate: Temporal.PlainDate | null;
  /** The oldest day already decided on of which facts are others now: the next night begins there. null = none. */
  lateFrom: string | null;
  unknownColumns: UnknownColumn[];
  /** Where a coverage decision taken in Bellwether stands against the file. */
  conflicts: CoverageConflict[];
  /** false: a dry run, or `refusal`. */
  committed: boolean;
  /** Why nothing was kept although every row could be read; null = nothing to say. */
  refusal: Problem | null;
};

export type ImportDependencies = {
  sql: Sql;
  now: Temporal.Instant;
  progress: (line: string) => void;
  clockMs: () => number;
};

/** Any constant: one import at a time. */
const IMPORT_LOCK = 7_236_002;
const EXCLUSION_VIOLATION = '23P01';

type Loaded = Omit<ImportReport, 'unknownColumns' | 'committed'>;

/** Leaves the transaction with what was found, so that it rolls back and the report is still made. */
class RolledBack extends Error {
  readonly loaded: Loaded;
  constructor(loaded: Loaded) {
    super('rolled back');
    this.loaded = loaded;
  }
}

const sourcesOf = (bundle: Bundle, table: TableName) =>
  bundle.sources.filter((source) => source.table === table);

/** Settings come first and apart: every amount is read by the reporting currency. */
const loadSettings = async (context: ImportContext, bundle: Bundle): Promise<ImportContext> => {
  const sources = sourcesOf(bundle, 'settings');
  if (sources.length > 0) await stageTable(context, 'settings', sources);
  const reportingCurrency = await settleReportingCurrency(context.tx, sources.length > 0);
  if (sources.length > 0) {
    await storeStaged(context, 'settings', sources);
    await dropStage(context, 'settings');
  }
  return { ...context, reportingCurrency };
};

const loadFacts = async (context: ImportContext, bundle: Bundle): Promise<void> => {
  for (const table of TABLES.filter((name) => name !== 'settings')) {
    const sources = sourcesOf(bundle, table);
    if (sources.length > 0) await loadTable(context, table, sources, bundle.derivedBalances);
    if (table === 'accounts') await describeCurrencies(context);
  }
};

const refusalOf = (counts: TableCounts[], input: ImportInput): Problem | null => {
  const read = counts.reduce((sum, table) => sum + table.read, 0);
  const rejected = counts.reduce((sum, table) => sum + table.rejected, 0);
  if (rejected * 100 <= input.maxRejectsPercent * read) return null;
  return problem('too_many_rejects', intakeText, (t) =>
    t.tooManyRejects(rejected, read, input.maxRejectsPercent),
  );
};

/** Notes the import and the oldest day that it changed; gives that day where a night has decided on it. */
const recordImport = async (
  { tx, counts }: ImportContext,
  bundle: string,
  { on, now }: { on: Temporal.PlainDate; now: Temporal.Instant },
): Promise<string | null> => {
  const changedFrom = [...counts.values()].flatMap((table) => table.changedFrom ?? []).sort()[0];
  const [late] = await tx<{ from: string }[]>`
    with recorded as (
      insert into imports (bundle, finished_at, business_date, changed_from)
      values (${bundle}, ${now.toString()}, ${on.toString()}, ${changedFrom ?? null})
      returning changed_from)
    select greatest(changed_from, min(business_date))::text as from from recorded, nightly_runs
     group by changed_from having changed_from <= max(business_date)`;
  return late?.from ?? null;
};

const loadBundle = async (
  context: ImportContext,
  bundle: Bundle,
  input: ImportInput,
  now: Temporal.Instant,
): Promise<Loaded> => {
  const settled = await loadSettings(context, bundle);
  await loadFacts(settled, bundle);
  const businessDate = await findCompleteDate(settled.tx);
  // Without any dated money the only day that the file's managers can count from is today.
  const on = businessDate ?? now.toZonedDateTimeISO('UTC').toPlainDate();
  const clients = sourcesOf(bundle, 'clients');
  const namesManagers = clients.some((source) => source.columns.includes('manager_id'));
  const conflicts = namesManagers ? await applyCoverage(settled, on, now) : [];
  const lateFrom = await recordImport(settled, resolve(input.folder), { on, now });
  const refusal = refusalOf([...settled.counts.values()], input);
  // Before anything is kept: a reject that nobody can read would be a row lost in silence.
  const rejectsFile = await settled.rejects.close();
  const tables = Object.fromEntries(settled.counts);
  return { tables, rejectsFile, businessDate, lateFrom, conflicts, refusal };
};

const runTransaction = async (
  { sql, now, progress, clockMs }: ImportDependencies,
  bundle: Bundle,
  rejects: RejectsFile,
  input: ImportInput,
): Promise<Loaded & { committed: boolean }> => {
  const work = async (tx: Transaction): Promise<Loaded> => {
    await tx`select pg_advisory_xact_lock(${IMPORT_LOCK})`;
    const tick = tickEvery(progress, input.locale, clockMs);
    const common = { tx, rejects, counts: new Map(), files: [], told: new Set<string>(), tick };
    const loaded = await loadBundle({ ...common, reportingCurrency: '' }, bundle, input, now);
    if (input.dryRun || loaded.refusal) throw new RolledBack(loaded);
    return loaded;
  };
  try {
    return { ...((await sql.begin(work)) as Loaded), committed: true };
  } catch (error) {
    if (error instanceof RolledBack) return { ...error.loaded, committed: false };
    if ((error as { code?: string }).code === EXCLUSION_VIOLATION)
      throw new ProblemError(problem('changed_meanwhile', intakeText, (t) => t.changedMeanwhile));
    throw error;
  }
};

/**
 * Reads the bundle in `input.folder` and stores what is right of it; what is not goes to
 * `input.rejectsPath`. A Problem says why nothing could be read or kept; too many rejects are a
 * `refusal` in the report, which still has every count.
 */
export const importBundle = async (
  dependencies: ImportDependencies,
  input: ImportInput,
): Promise<Result<ImportReport>> => {
  const rejects = openRejects(input.rejectsPath, input.locale);
  try {
    const bundle = input.mapping
      ? await openMapped(input.mapping, input.folder, input.period ?? null)
      : await openCanonical(input.folder);
    const loaded = await runTransaction(dependencies, bundle, rejects, input);
    if (loaded.committed) await dependencies.sql`select refresh_statistics()`;
    return ok({ ...loaded, unknownColumns: bundle.unknownColumns });
  } catch (error) {
    await rejects.close().catch(() => null);
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
};
