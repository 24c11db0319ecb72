import type { Command } from 'commander';
import type { Locale } from '../domain/actor.ts';
import { ok, type Result } from '../domain/result.ts';
import { runWholeNight } from '../jobs/run-whole-night.ts';
import type { Revision } from '../nightly/find-revisions.ts';
import type { NightReport } from '../nightly/run-night.ts';
import { activityNames, churnBandNames, lifecycleNames, tierNames } from '../text/fields.ts';
import { nightlyText } from '../text/nightly.ts';
import { calendarDate } from './calendar-date.ts';
import { type CommandContext, type CommandOutput, runCommand } from './run-command.ts';
import { slowProgress } from './slow-progress.ts';

type Options = { businessDate?: Temporal.PlainDate; from?: Temporal.PlainDate };

const REVISIONS_SHOWN_MAX = 20;

/** What is different, in names where people have names for it. */
const differences = ({ was, now }: Revision, locale: Locale): [string, string] => {
  const named = (of: Revision['was']) => [
    tierNames[locale][of.inForceTier],
    tierNames[locale][of.computedTier],
    lifecycleNames[locale][of.lifecycle],
    activityNames[locale][of.activity],
    `${churnBandNames[locale][of.churnBand]} ${of.churnScore}`,
  ];
  const [before, after] = [named(was), named(now)];
  const told = (side: string[]) =>
    [...new Set(side.filter((_, i) => before[i] !== after[i]))].join(', ');
  return [told(before), told(after)];
};

const describeRevisions = (
  { revised, revisions }: Pick<NightReport, 'revised' | 'revisions'>,
  locale: Locale,
): string[] => {
  if (revised === 0) return [];
  const words = nightlyText[locale];
  const lines = revisions
    .slice(0, REVISIONS_SHOWN_MAX)
    .map((each) => words.revision(each.on.toString(), each.clientId, ...differences(each, locale)));
  const left = revised - lines.length;
  return [words.revised(revised), ...lines, ...(left > 0 ? [words.moreRevisions(left)] : [])];
};

const nightly = async (
  { config, database, locale, now, progress }: CommandContext,
  { businessDate, from }: Options,
): Promise<Result<CommandOutput>> => {
  const words = nightlyText[locale];
  const { digestAt, timeZone } = config;
  const report = slowProgress(progress);
  const night = await runWholeNight(
    {
      database,
      now,
      digestAt,
      timeZone,
      workers: config.nightWorkers,
      progress: ({ on, assessed, changed }) =>
        report(() => words.assessed(on.toString(), assessed, changed)),
    },
    { businessDate: businessDate ?? null, from: from ?? null },
  );
  if (!night.ok) return night;
  const { policyVersion, assessed, changed, alerts, digestsQueued, lateFrom } = night.value;
  const on = night.value.businessDate.toString();
  return ok({
    json: night.value,
    text: [
      words.finished(on, policyVersion, assessed, changed),
      ...(lateFrom ? [words.late(lateFrom.toString())] : []),
      ...describeRevisions(night.value, locale),
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
    .option('--from <date>', 'again each month-end and night from this date on first', calendarDate)
    .action((options: Options, command: Command) =>
      runCommand(command, (context) => nightly(context, options)),
    );
};
