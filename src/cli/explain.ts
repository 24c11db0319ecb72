import type { Command } from 'commander';
import type { Answer } from '../assistant/answer.ts';
import { refusedAnswer } from '../assistant/answer-plan.ts';
import { explainClient } from '../assistant/explain-client.ts';
import { ok, type Result } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { renderAnswer } from './render-answer.ts';
import { type CommandContext, done, runCommand } from './run-command.ts';

const explain = async (
  { database, now, locale: terminal }: CommandContext,
  clientId: string,
  email: string,
): Promise<Result<Answer>> => {
  const actor = await findActorByEmail(database, email);
  if (!actor) return ok(refusedAnswer('unknown_person', terminal, null));
  const locale = actor.locale ?? terminal;
  return explainClient({ database, now }, { actor, clientId, locale });
};

/** `explain <clientId> --as EMAIL`: tier, churn risk and lifecycle with their reasons and numbers. */
export const addExplain = (program: Command): void => {
  program
    .command('explain')
    .description('why a client has its tier, churn risk and lifecycle stage')
    .argument('<client>', 'client id')
    .requiredOption('--as <email>', 'who asks')
    .action((clientId: string, { as }: { as: string }, command: Command) =>
      runCommand(command, async (context) => {
        const answer = await explain(context, clientId, as);
        return answer.ok ? done(answer.value, renderAnswer(answer.value)) : answer;
      }),
    );
};
