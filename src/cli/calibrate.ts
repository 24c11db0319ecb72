import { type Command, InvalidArgumentError } from 'commander';
import type { CardKind } from '../calibrate/calibrate-churn.ts';
import { parseQuarter, type Quarter } from '../calibrate/quarter.ts';
import { runCalibration } from '../calibrate/run-calibration.ts';
import { runPAlive } from '../calibrate/run-p-alive.ts';
import { runPolicy } from '../calibrate/run-policy.ts';
import { runScoring, type ScoringRun } from '../calibrate/run-scoring.ts';
import type { Locale } from '../domain/actor.ts';
import type { ClientKind } from '../domain/client.ts';
import { ok, type Result } from '../domain/result.ts';
import { scorecardText } from '../text/scorecard.ts';
import { calendarDate } from './calendar-date.ts';
import {
  type CommandOutput,
  type GlobalOptions,
  jsonValue,
  printProblem,
  terminalLocale,
  wholeNumber,
} from './run-command.ts';

const FOLDS = 5;
const SEED = 1;

const quarterOption = (text: string): Quarter => {
  const quarter = parseQuarter(text);
  if (quarter) return quarter;
  throw new InvalidArgumentError(scorecardText[terminalLocale()].badQuarter(text));
};

/** These commands read files only: unlike the others they open no database. */
const runOnFiles = async (
  command: Command,
  work: (locale: Locale, progress: (line: string) => void) => Promise<Result<CommandOutput>>,
): Promise<void> => {
  const options = command.optsWithGlobals<GlobalOptions>();
  const output = await work(terminalLocale(), (line) => {
    if (!options.json) console.error(line);
  });
  if (!output.ok) return printProblem(output.problem, options);
  console.log(options.json ? JSON.stringify(output.value.json, jsonValue) : output.value.text);
};

type ChurnOptions = {
  quarter: Quarter;
  on: Temporal.PlainDate;
  version: string;
  currency: string;
  out: string;
  report?: string;
  seed: number;
  oneWay?: boolean;
};

const addChurn = (calibrate: Command): void => {
  calibrate
    .command('churn')
    .description('make a churn scorecard from a labelled quarter')
    .argument('<folder>', "the quarter's export")
    .requiredOption('--quarter <quarter>', 'such as 2019Q3, or Q3', quarterOption)
    .requiredOption('--on <date>', 'the day to write into the provenance', calendarDate)
    .requiredOption('--out <folder>', 'where the scorecard goes')
    .option('--report <folder>', 'where the report goes (default: beside the scorecard)')
    .option('--version <name>', 'what the scorecard is called', 'churn-1')
    .option('--currency <code>', 'of the balances', 'CNY')
    .option('--one-way', 'only lines that read one measure: less to read, ranks a little worse')
    .option('--seed <n>', 'another seed, another split into folds', wholeNumber, SEED)
    .action((folder: string, options: ChurnOptions, command: Command) =>
      runOnFiles(command, async (locale, progress) => {
        const { out, report = out, seed } = options;
        const kind: CardKind = options.oneWay ? 'one_way' : 'two_way';
        const validation = { folds: FOLDS, seed };
        const input = {
          ...options,
          kind,
          folder,
          outFolder: out,
          reportFolder: report,
          validation,
        };
        const run = await runCalibration(input, progress);
        if (!run.ok) return run;
        const { card, files } = run.value;
        const { auc } = card.provenance;
        const words = scorecardText[locale];
        const lines = [
          words.calibrated(card.version, card.lines.length, String(auc)),
          ...files.map((path) => words.written(path)),
        ];
        return ok({ json: { provenance: card.provenance, files }, text: lines.join('\n') });
      }),
    );
};

const sayScores = (run: ScoringRun, path: string, locale: Locale): string => {
  const words = scorecardText[locale];
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  return [
    words.scored(run.clients, run.on, run.card, run.coveragePct),
    ...(run.notAssessed.length > 0 ? [words.linesMissing(run.notAssessed.join(' '))] : []),
    run.labels
      ? words.ranked(
          run.labels.auc.toFixed(4),
          percent(run.labels.topDecilePrecision),
          run.labels.topDecileLift.toFixed(2),
        )
      : words.unlabelled(),
    words.written(path),
  ].join('\n');
};

type ScoreOptions = { quarter: Quarter; card: string; out: string };

const addScore = (calibrate: Command): void => {
  calibrate
    .command('score')
    .description("apply a scorecard to a quarter's export")
    .argument('<folder>', "the quarter's export")
    .requiredOption('--quarter <quarter>', 'such as 2019Q4, or Q4', quarterOption)
    .requiredOption('--card <file>', 'the scorecard')
    .requiredOption('--out <file>', 'the CSV to write: client_id,points,band …')
    .action((folder: string, { quarter, card, out }: ScoreOptions, command: Command) =>
      runOnFiles(command, async (locale) => {
        const run = await runScoring({ folder, quarter, cardPath: card, outPath: out });
        return run.ok ? ok({ json: run.value, text: sayScores(run.value, out, locale) }) : run;
      }),
    );
};

type PolicyOptions = {
  card: string;
  base: string;
  version: string;
  data: string;
  author: string;
  appliesTo: string[];
  out: string;
};

const kindOption = (text: string, before: string[] = []): string[] => [
  ...before,
  ...text.split(','),
];

const addPolicy = (calibrate: Command): void => {
  calibrate
    .command('policy')
    .description('put a scorecard into a policy, to be put in force with "policy activate"')
    .requiredOption('--card <file>', 'the scorecard')
    .requiredOption('--base <file>', 'the policy that it is put into')
    .requiredOption('--version <name>', 'what the new policy is called')
    .requiredOption('--data <text>', 'what the card was calibrated on, in words')
    .requiredOption('--author <name>', 'who answers for the new policy')
    .requiredOption(
      '--applies-to <kinds>',
      'individual, corporate, or both with a comma',
      kindOption,
    )
    .requiredOption('--out <file>', 'the policy file to write')
    .action((options: PolicyOptions, command: Command) =>
      runOnFiles(command, async (locale) => {
        const { card: cardPath, base: basePath, out: outPath, appliesTo, ...rest } = options;
        const kinds = appliesTo as ClientKind[];
        const run = await runPolicy({ ...rest, appliesTo: kinds, cardPath, basePath, outPath });
        if (!run.ok) return run;
        return ok({ json: run.value, text: scorecardText[locale].written(outPath) });
      }),
    );
};

const addPAlive = (calibrate: Command): void => {
  calibrate
    .command('p-alive')
    .description('fit BG/NBD to a CSV of frequency, recency and T')
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) =>
      runOnFiles(command, async (locale) => {
        const fit = await runPAlive(file);
        if (!fit.ok) return fit;
        const [r, alpha, a, b] = [fit.value.r, fit.value.alpha, fit.value.a, fit.value.b].map((v) =>
          v.toFixed(4),
        ) as [string, string, string, string];
        const likelihood = fit.value.logLikelihood.toFixed(2);
        const text = scorecardText[locale].fitted(r, alpha, a, b, likelihood);
        return ok({ json: fit.value, text });
      }),
    );
};

/** `calibrate churn|score|policy|p-alive`: from labelled history to integer points, and points for another quarter. */
export const addCalibrate = (program: Command): void => {
  const calibrate = program
    .command('calibrate')
    .description('make a churn scorecard from history, and apply it');
  addChurn(calibrate);
  addScore(calibrate);
  addPolicy(calibrate);
  addPAlive(calibrate);
};
