import type { Command } from 'commander';
import { decideRequest } from '../coverage/decide-request.ts';
import { changeAs } from './change-output.ts';
import { runCommand } from './run-command.ts';

/** `approve <request>`: agree to a pending request, or reject it. */
export const addApprove = (program: Command): void => {
  program
    .command('approve')
    .description('agree to a pending request, or reject it')
    .argument('<request>', 'request id')
    .requiredOption('--as <email>', 'who decides')
    .option('--reject', 'say no')
    .action((requestId: string, options: { as: string; reject?: true }, command: Command) =>
      runCommand(command, (context) =>
        changeAs(context, options.as, (ctx) => {
          const decision = options.reject ? 'rejected' : 'approved';
          return decideRequest({ ctx, input: { requestId, decision } });
        }),
      ),
    );
};
