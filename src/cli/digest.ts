import type { Command } from 'commander';
import { digestLines } from '../alerts/digest-lines.ts';
import { showDigest } from '../alerts/show-digest.ts';
import { fail } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { digestView } from '../slack/views/digest.ts';
import { problem } from '../text/catalog.ts';
import { coverageText } from '../text/coverage.ts';
import { calendarDate } from './calendar-date.ts';
import { done, runCommand } from './run-command.ts';

type Options = { as: string; date?: Temporal.PlainDate };

/** `digest`: show a person's digest without sending it. */
export const addDigest = (program: Command): void => {
  program
    .command('digest')
    .description('show a digest without sending it')
    .requiredOption('--as <email>', 'whose digest')
    .option('--date <date>', 'business date; the newest without it', calendarDate)
    .action(({ as, date }: Options, command: Command) =>
      runCommand(command, async ({ database, locale }) => {
        const actor = await findActorByEmail(database, as);
        if (!actor)
          return fail(problem('unknown_person', coverageText, (t) => t.personNotFound(as)));
        const digest = await showDigest(database, actor, date ?? null);
        if (!digest.ok) return digest;
        const { blocks } = digestView(digest.value, actor.locale ?? locale);
        return done({ ...digest.value, blocks }, digestLines(digest.value, locale).join('\n'));
      }),
    );
};
