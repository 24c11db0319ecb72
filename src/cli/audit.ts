import type { Command } from 'commander';
import { verifyAudit } from '../coverage/verify-audit.ts';
import { coverageText } from '../text/coverage.ts';
import { done, runCommand } from './run-command.ts';

/** `audit verify`: walk the audit chain; exits 1 when it is broken. */
export const addAudit = (program: Command): void => {
  program
    .command('audit')
    .description('the record of who changed what')
    .command('verify')
    .description('walk the audit chain')
    .action((_options: unknown, command: Command) =>
      runCommand(command, async ({ database, locale }) => {
        const check = await verifyAudit(database);
        const words = coverageText[locale];
        if (check.brokenAt === null) return done(check, words.auditOk(check.entries));
        return done(check, words.auditBroken(check.brokenAt), 1);
      }),
    );
};
