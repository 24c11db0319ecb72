import type { Command } from 'commander';
import { deliver } from '../alerts/deliver.ts';
import { LEASE_SECONDS } from '../alerts/delivery-policy.ts';
import { sleep } from '../alerts/sleep.ts';
import { alertsText } from '../text/alerts.ts';
import { done, runCommand } from './run-command.ts';

/** A delivery left by a killed process is free again after its lease. */
const WAIT_SECONDS = LEASE_SECONDS + 10;

/** `deliver`: send everything that is queued, due or not; exit 1 when something failed. */
export const addDeliver = (program: Command): void => {
  program
    .command('deliver')
    .description('send what is queued')
    .action((_options: unknown, command: Command) =>
      runCommand(command, async (context) => {
        // Loaded here, so that no other command waits for Slack's libraries.
        const { openPoster } = await import('./open-poster.ts');
        const slack = await openPoster(context);
        if (!slack.ok) return slack;
        const { database, now, locale } = context;
        try {
          const delivering = { database, now, sleep, poster: slack.value.poster };
          const result = await deliver(delivering, { onlyDue: false, waitSeconds: WAIT_SECONDS });
          const { sent, skipped, failed } = result;
          const text = alertsText[locale].delivered(sent, skipped, failed);
          return done(result, text, failed > 0 ? 1 : 0);
        } finally {
          await slack.value.close();
        }
      }),
    );
};
