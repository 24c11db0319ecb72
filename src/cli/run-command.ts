/** What every terminal command shares: settings, a database for its duration, and the way it prints. */
import { type Command, CommanderError } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { type OpenedDatabase, openDatabase } from '../db/open-database.ts';
import type { Locale } from '../domain/actor.ts';
import { ok, type Problem, type Result } from '../domain/result.ts';
import { sentence } from '../text/catalog.ts';
import { harmless } from './harmless.ts';

export type CommandContext = {
  config: Config;
  database: OpenedDatabase;
  /** Language of the human output: LANG of the terminal. */
  locale: Locale;
  now: () => Temporal.Instant;
  /** A line on stderr for a person who waits; silent with --json. */
  progress: (line: string) => void;
};

/** `json` is printed with --json (undefined: `text` is the document), `text` without (empty: all was printed); a command that failed by a count may still exit 1. */
export type CommandOutput = { json: unknown; text: string; exitCode?: 0 | 1 };

export type GlobalOptions = { json?: boolean; dataDir?: string; databaseUrl?: string };

export const terminalLocale = (): Locale =>
  /^zh/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh-CN' : 'en';

/** The settings of the environment, with what the command line overrides. */
export const readSettings = (options: GlobalOptions): Result<Config> =>
  readConfig({
    ...process.env,
    ...(options.dataDir ? { BELLWETHER_DATA_DIR: options.dataDir } : {}),
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
  });

/** One sentence on stderr, and exit code 1. */
export const printProblem = (problem: Problem, options: GlobalOptions): void => {
  if (options.json) console.log(JSON.stringify({ error: problem }));
  console.error(harmless(sentence(problem, terminalLocale())));
  process.exitCode = 1;
};

const print = (output: CommandOutput, options: GlobalOptions): void => {
  const asJson = options.json && output.json !== undefined;
  const said = asJson ? JSON.stringify(output.json, jsonValue) : harmless(output.text);
  if (said !== '') console.log(said);
  process.exitCode = output.exitCode ?? 0;
};

/** A bigint has no JSON form of its own: it is printed as decimal text. Temporal values print as ISO text. */
export const jsonValue = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;

/** Runs a command's work on an open, migrated database and prints its output or its Problem. */
export const runCommand = async (
  command: Command,
  work: (context: CommandContext) => Promise<Result<CommandOutput>>,
): Promise<void> => {
  const options = command.optsWithGlobals<GlobalOptions>();
  const config = readSettings(options);
  if (!config.ok) return printProblem(config.problem, options);
  const progress = (line: string): void => {
    if (!options.json) console.error(harmless(line));
  };
  const database = await openDatabase(config.value, progress);
  if (!database.ok) return printProblem(database.problem, options);
  try {
    const context = { config: config.value, database: database.value, locale: terminalLocale() };
    const output = await work({ ...context, now: () => Temporal.Now.instant(), progress });
    if (output.ok) print(output.value, options);
    else printProblem(output.problem, options);
  } finally {
    await database.value.close();
  }
};

/** A whole number option, e.g. `--seed`; wrong usage exits 2. */
export const wholeNumber = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommanderError(2, 'bellwether.wholeNumber', `error: ${text} is not a whole number.`);
};

export const done = (json: unknown, text: string, exitCode: 0 | 1 = 0): Result<CommandOutput> =>
  ok({ json, text, exitCode });
