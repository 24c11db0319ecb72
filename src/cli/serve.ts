import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { serveText } from '../text/serve.ts';
import { printProblem, readSettings, terminalLocale } from './run-command.ts';

/** Resolves at the first Ctrl-C or `kill`; a second one ends the process at once. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const tell = (line: string): void => console.error(line);

const serveWith = async (config: Config, command: Command): Promise<void> => {
  const locale = terminalLocale();
  const words = serveText[locale];
  const stopped = untilStopped();
  // Loaded here, so that no other command waits for Slack's libraries.
  const { serve } = await import('../main.ts');
  const serving = await serve({ config, locale, now: () => Temporal.Now.instant(), tell });
  if (!serving.ok) return printProblem(serving.problem, command.optsWithGlobals());
  console.log(serving.value.pageUrl ? words.ready(serving.value.pageUrl) : words.readySlack);
  await stopped;
  tell(words.stopping);
  await serving.value.stop();
  tell(words.stopped);
};

export const addServe = (program: Command): void => {
  program
    .command('serve')
    .description('Slack, jobs, health and metrics; `npm start` is the same')
    .action(async (_options: object, command: Command) => {
      const config = readSettings(command.optsWithGlobals());
      if (config.ok) await serveWith(config.value, command);
      else printProblem(config.problem, command.optsWithGlobals());
    });
};
