import { type Command, Option } from 'commander';
import type { Answer } from '../assistant/answer.ts';
import { refusedAnswer } from '../assistant/answer-plan.ts';
import { answerQuestion } from '../assistant/answer-question.ts';
import { LOCALES, type Locale } from '../domain/actor.ts';
import { ok, type Result } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { openPlanner } from '../open-planner.ts';
import { languageOf } from '../query/understand.ts';
import { askBatch } from './ask-batch.ts';
import { renderAnswer } from './render-answer.ts';
import { type CommandContext, done, runCommand } from './run-command.ts';

type Options = { as?: string; thread?: string; locale?: Locale; batch?: string };

export type AskedQuestion = {
  text: string;
  as: string;
  thread: string | null;
  locale: Locale | null;
};

/** A terminal's threads are its own: they never meet those of Slack. */
const threadOf = (thread: string | null): string | null =>
  thread === null ? null : `terminal:${thread}`;

const LANGUAGE_SAMPLE_LENGTH = 400;

const createAsk = async (context: CommandContext) => {
  const { config, database, now } = context;
  const planner = await openPlanner({ config, database, now });
  return async ({ text, as, thread, locale }: AskedQuestion): Promise<Result<Answer>> => {
    const actor = await findActorByEmail(database, as);
    const fallback = locale ?? actor?.locale ?? context.locale;
    if (!actor) {
      const language = languageOf(text.slice(0, LANGUAGE_SAMPLE_LENGTH)) ?? fallback;
      return ok(refusedAnswer('unknown_person', language, null));
    }
    const question = { actor, text, thread: threadOf(thread), locale: fallback };
    return answerQuestion({ database, now, planner }, question);
  };
};

/** `ask "<question>" --as EMAIL`: one answer, or with --batch one JSON answer a line. */
export const addAsk = (program: Command): void => {
  program
    .command('ask')
    .description('answer a question about clients, in English or Chinese')
    .argument('[question]', 'the question')
    .option('--as <email>', 'who asks')
    .option('--thread <id>', 'the conversation that the question belongs to')
    .addOption(
      new Option('--locale <locale>', 'language where the question has no words').choices(LOCALES),
    )
    .option('--batch <file>', 'lines of {id, text, as, thread, locale}; one JSON answer a line')
    .action((text: string | undefined, options: Options, command: Command) => {
      const { as, locale = null, thread = null, batch } = options;
      if (batch !== undefined)
        return runCommand(command, async (context) => askBatch(batch, await createAsk(context)));
      if (text === undefined)
        return command.error('error: a question or --batch is needed', { exitCode: 2 });
      if (as === undefined) return command.error('error: --as <email> is needed', { exitCode: 2 });
      return runCommand(command, async (context) => {
        const ask = await createAsk(context);
        const answer = await ask({ text, as, thread, locale });
        return answer.ok ? done(answer.value, renderAnswer(answer.value)) : answer;
      });
    });
};
