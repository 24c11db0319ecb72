import type { Command } from 'commander';
import { reassignClient } from '../coverage/reassign-client.ts';
import { REASSIGN_REASONS } from '../domain/reason-codes.ts';
import { fail } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { problem } from '../text/catalog.ts';
import { coverageText } from '../text/coverage.ts';
import { calendarDate } from './calendar-date.ts';
import { changeAs } from './change-output.ts';
import { runCommand } from './run-command.ts';

type Options = { to: string; as: string; reason: string; text: string; on?: Temporal.PlainDate };

/** `reassign <client>`: give a client to another manager. */
export const addReassign = (program: Command): void => {
  program
    .command('reassign')
    .description('give a client to another manager')
    .argument('<client>', 'client id')
    .requiredOption('--to <email>', 'the new manager')
    .requiredOption('--as <email>', 'who asks for it')
    .requiredOption('--reason <code>', `one of ${REASSIGN_REASONS.join(', ')}`)
    .requiredOption('--text <words>', 'the reason in your own words')
    .option('--on <date>', 'first day of the new manager (business date)', calendarDate)
    .action((clientId: string, { to, as, reason, text, on }: Options, command: Command) =>
      runCommand(command, (context) =>
        changeAs(context, as, async (ctx) => {
          const target = await findActorByEmail(context.database, to);
          if (!target)
            return fail(problem('manager_not_found', coverageText, (t) => t.managerNotFound(to)));
          const reasons = { reasonCode: reason, reasonText: text };
          const effectiveOn = on ?? null;
          const change = { clientId, to: target.managerId, effectiveOn, version: null };
          return reassignClient({ ctx, input: { ...change, ...reasons } });
        }),
      ),
    );
};
