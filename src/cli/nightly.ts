import type { Command } from 'commander';
import { ok, type Result } from '../domain/result.ts';
import { runWholeNight } from '../jobs/run-whole-night.ts';
import { nightlyText } from '../text/nightly.ts';
import { calendarDate } from './calendar-date.ts';
import { type CommandContext, type CommandOutput, runCommand } from './run-command.ts';

type Options = { businessDate?: Temporal.PlainDate; from?: Temporal.PlainDate };

const nightly = async (
  { config, database, locale, now, progress }: CommandContext,
  { businessDate, from }: Options,
): Promise<Result<CommandOutput>> => {
  const words = nightlyText[locale];
  const { digestAt, timeZone } = config;
  const night = await runWholeNight(
    {
      database,
      now,
      digestAt,
      timeZone,
      progress: ({ on, assessed, changed }) =>
        progress(words.assessed(on.toString(), assessed, changed)),
    },
    { businessDate: businessDate ?? null, from: from ?? null },
  );
  if (!night.ok) return night;
  const { policyVersion, assessed, changed, alerts, digestsQueued } = night.value;
  const on = night.value.businessDate.toString();
  return ok({
    json: night.value,
    text: [
      words.finished(on, policyVersion, assessed, changed),
      words.alerted(alerts, digestsQueued),
    ].join('\n'),
  });
};

/** `nightly`: metrics, assessments, alerts and digests of a business date. */
export const addNightly = (program: Command): void => {
  program
    .command('nightly')
    .description('assess every client, then alerts and digests')
    .option('--business-date <date>', 'instead of the newest complete date', calendarDate)
    .option('--from <date>', 'run each month-end from this date on first', calendarDate)
    .action((options: Options, command: Command) =>
      runCommand(command, (context) => nightly(context, options)),
    );
};
