import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Locale } from '../domain/actor.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type ImportReport, importBundle } from '../intake/import-bundle.ts';
import { problem, sentence } from '../text/catalog.ts';
import { intakeText } from '../text/intake.ts';
import { renderTable } from './render-table.ts';
import { type CommandContext, type CommandOutput, runCommand } from './run-command.ts';

export type ImportOptions = {
  mapping?: string;
  period?: string;
  dryRun?: boolean;
  maxRejects: number;
};

/** Default share of rows that may be rejected (intake format). */
const MAX_REJECTS_PERCENT = 1;
const CONFLICTS_SHOWN = 20;

/** A percentage option; wrong usage exits 2. */
const percentage = (text: string): number => {
  const percent = Number(text);
  if (text.trim() !== '' && percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError(`${text} is not a percentage from 0 to 100.`);
};

/** A month option; wrong usage exits 2. */
const monthOption = (text: string): string => {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError(`${text} is not a month. Write it as 2019-12.`);
};

const conflictLines = ({ conflicts }: ImportReport, locale: Locale): string[] => {
  const t = intakeText[locale];
  const shown = conflicts
    .slice(0, CONFLICTS_SHOWN)
    .map((c) => t.conflict(c.clientId, c.fileManagerId ?? t.nobody, c.managerId));
  const rest = conflicts.length - shown.length;
  return rest > 0 ? [...shown, t.more(rest)] : shown;
};

const describeReport = (report: ImportReport, dryRun: boolean, locale: Locale): string => {
  const t = intakeText[locale];
  const rows = Object.entries(report.tables).map(([name, c]) =>
    [name, c.read, c.inserted, c.updated, c.unchanged, c.rejected, c.skipped].map(String),
  );
  const head = [t.table, t.read, t.inserted, t.updated, t.unchanged, t.rejected, t.skipped];
  return [
    renderTable([head, ...rows]),
    ...report.unknownColumns.map(({ file, column }) => t.unknownColumn(file, column)),
    ...conflictLines(report, locale),
    ...(report.rejectsFile ? [t.rejectsWritten(report.rejectsFile)] : []),
    report.businessDate ? t.businessDate(report.businessDate.toString()) : t.noBusinessDate,
    ...(report.lateFrom ? [t.late(report.lateFrom)] : []),
    ...(dryRun ? [t.dryRun] : []),
    ...(report.refusal ? [sentence(report.refusal, locale)] : []),
  ].join('\n');
};

/** What `import` and `sample` print of an import; a refusal exits 1. */
export const reportImport = (
  report: ImportReport,
  dryRun: boolean,
  locale: Locale,
): CommandOutput => {
  const { refusal, ...json } = report;
  return {
    json: refusal ? { ...json, error: refusal } : json,
    text: describeReport(report, dryRun, locale),
    exitCode: refusal ? 1 : 0,
  };
};

/** Imports a folder in the terminal: rejects.csv goes to the current directory. */
export const importFolder = async (
  context: CommandContext,
  folder: string,
  options: ImportOptions,
): Promise<Result<CommandOutput>> => {
  const { database, locale, now, progress } = context;
  const clockMs = () => performance.now();
  const dryRun = options.dryRun ?? false;
  const { period } = options;
  if (period && !options.mapping)
    return fail(problem('no_mapping', intakeText, (t) => t.periodNeedsMapping(period)));
  const imported = await importBundle(
    { sql: database.service.sql, now: now(), progress, clockMs },
    {
      folder,
      mapping: options.mapping ?? null,
      period: options.period ?? null,
      dryRun,
      maxRejectsPercent: options.maxRejects,
      rejectsPath: resolve('rejects.csv'),
      locale,
    },
  );
  if (!imported.ok) return fail(imported.problem);
  return ok(reportImport(imported.value, dryRun, locale));
};

export const addImport = (program: Command): void => {
  program
    .command('import')
    .description('load facts from a bundle, or from an export that a mapping describes')
    .argument('<bundle>', 'the folder that holds the files')
    .option('--mapping <file>', "how to read a bank's own export (YAML, see examples/)")
    .option(
      '--period <month>',
      'the month to read, YYYY-MM, where the mapping has a period',
      monthOption,
    )
    .option('--dry-run', 'check everything and keep nothing')
    .option(
      '--max-rejects <percent>',
      'percent of rows that may be rejected',
      percentage,
      MAX_REJECTS_PERCENT,
    )
    .action((folder: string, options: ImportOptions, command: Command) =>
      runCommand(command, (context) => importFolder(context, folder, options)),
    );
};
