import type { Command } from 'commander';
import { fail, ok } from '../domain/result.ts';
import { SAMPLE_DEFAULTS } from '../sample/write-sample-bank.ts';
import { calendarDate } from './calendar-date.ts';
import { reportImport } from './import.ts';
import { loadSample } from './load-sample.ts';
import { runCommand, wholeNumber } from './run-command.ts';

type Options = {
  managers: number;
  clientsPerManager: number;
  seed: number;
  businessDate?: Temporal.PlainDate;
};

/** Yesterday: the newest day that a bank would have delivered by now. */
export const defaultSampleDate = (now: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });

export const addSample = (program: Command): void => {
  const { managers, clientsPerManager, seed } = SAMPLE_DEFAULTS;
  program
    .command('sample')
    .description('load the sample bank: seeded, bilingual, every tier, stage and reason in it')
    .option('--managers <n>', 'how many relationship managers', wholeNumber, managers)
    .option('--clients-per-manager <n>', 'clients of each', wholeNumber, clientsPerManager)
    .option('--seed <n>', 'another seed, another bank', wholeNumber, seed)
    .option('--business-date <date>', 'its last day (default: yesterday)', calendarDate)
    .action((options: Options, command: Command) =>
      runCommand(command, async (context) => {
        const { config, locale, now } = context;
        const businessDate = options.businessDate ?? defaultSampleDate(now(), config.timeZone);
        const loaded = await loadSample(context, { ...options, businessDate });
        return loaded.ok ? ok(reportImport(loaded.value, false, locale)) : fail(loaded.problem);
      }),
    );
};
