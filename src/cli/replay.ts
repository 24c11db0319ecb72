import type { Command } from 'commander';
import { type Replay, replayAnswer } from '../assistant/replay-answer.ts';
import type { Locale } from '../domain/actor.ts';
import { fail, type Result } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { answerText } from '../text/answer.ts';
import { askText } from '../text/ask.ts';
import { problem } from '../text/catalog.ts';
import { renderAnswer } from './render-answer.ts';
import { type CommandContext, done, runCommand } from './run-command.ts';

const replay = async (
  { database, now }: CommandContext,
  receiptId: string,
  email: string | undefined,
): Promise<Result<Replay>> => {
  const by = email === undefined ? null : await findActorByEmail(database, email);
  if (email !== undefined && !by)
    return fail(problem('unknown_person', answerText, (t) => t.unknown_person));
  return replayAnswer({ database, now }, { receiptId, by });
};

const render = (answer: Replay, locale: Locale): string => {
  const words = askText[locale];
  const said = answer.identical ? words.identical : words.differs(answer.changes.join('; '));
  return [renderAnswer(answer), said].join('\n');
};

/** `replay <receiptId>`: the answer again as it was, and whether it is the same. */
export const addReplay = (program: Command): void => {
  program
    .command('replay')
    .description('run an answer again as it was, by its receipt')
    .argument('<receipt>', 'receipt id, as under every answer')
    .option('--as <email>', 'who replays: the asker, or compliance')
    .action((receiptId: string, { as }: { as?: string }, command: Command) =>
      runCommand(command, async (context) => {
        const answer = await replay(context, receiptId, as);
        return answer.ok ? done(answer.value, render(answer.value, answer.value.language)) : answer;
      }),
    );
};
