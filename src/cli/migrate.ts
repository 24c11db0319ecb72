import type { Command } from 'commander';
import { cliText } from '../text/cli.ts';
import { done, runCommand } from './run-command.ts';

export const addMigrate = (program: Command): void => {
  program
    .command('migrate')
    .description('bring the schema of the database up to date')
    .action((_options: object, command: Command) =>
      runCommand(command, async ({ database, locale }) =>
        done(
          { applied: database.migrationsApplied },
          cliText[locale].migrated(database.migrationsApplied),
        ),
      ),
    );
};
