import type { Command } from 'commander';
import { overrideTier } from '../coverage/override-tier.ts';
import { TIERS } from '../domain/client.ts';
import { OVERRIDE_REASONS } from '../domain/reason-codes.ts';
import { calendarDate } from './calendar-date.ts';
import { changeAs } from './change-output.ts';
import { runCommand } from './run-command.ts';

type Options = { as: string; reason: string; text: string; until?: Temporal.PlainDate };

/** `override <client> <tier>`: put another tier in force for a while. */
export const addOverride = (program: Command): void => {
  program
    .command('override')
    .description('put another tier in force for a while')
    .argument('<client>', 'client id')
    .argument('<tier>', `one of ${TIERS.join(', ')}`)
    .requiredOption('--as <email>', 'who asks for it')
    .requiredOption('--reason <code>', `one of ${OVERRIDE_REASONS.join(', ')}`)
    .requiredOption('--text <words>', 'the reason in your own words')
    .option('--until <date>', 'last day (90 days from the business date)', calendarDate)
    .action(
      (clientId: string, tier: string, { as, reason, text, until }: Options, command: Command) =>
        runCommand(command, (context) =>
          changeAs(context, as, (ctx) => {
            const reasons = { reasonCode: reason, reasonText: text };
            const change = { clientId, tier, until: until ?? null, version: null };
            return overrideTier({ ctx, input: { ...change, ...reasons } });
          }),
        ),
    );
};
