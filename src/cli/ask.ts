import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Answer } from '../assistant/answer.ts';
import { answerQuestion, refusedAnswer } from '../assistant/answer-question.ts';
import { LOCALES, type Locale } from '../domain/actor.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { languageOf } from '../query/understand.ts';
import { askText } from '../text/ask.ts';
import { problem } from '../text/catalog.ts';
import { renderAnswer } from './render-answer.ts';
import {
  type CommandContext,
  type CommandOutput,
  done,
  jsonValue,
  runCommand,
} from './run-command.ts';

type Options = { as?: string; thread?: string; locale?: Locale; batch?: string };
type Asked = { text: string; as: string; locale: Locale | null };

const ask = async (
  context: CommandContext,
  { text, as, locale }: Asked,
): Promise<Result<Answer>> => {
  const { database, now } = context;
  const actor = await findActorByEmail(database, as);
  const fallback = locale ?? actor?.locale ?? context.locale;
  if (!actor) return ok(refusedAnswer('unknown_person', languageOf(text) ?? fallback, null));
  return answerQuestion({ database, now }, { actor, text, locale: fallback });
};

type BatchLine = { id: unknown; text: string; as: string; locale: Locale | null };

const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

const readLine = (line: string, number: number): Result<BatchLine> => {
  const bad = (): Result<BatchLine> =>
    fail(problem('batch_line', askText, (t) => t.badLine(number)));
  try {
    const { id, text, as, locale } = JSON.parse(line) as Record<string, unknown>;
    if (typeof text !== 'string' || typeof as !== 'string') return bad();
    return ok({ id: id ?? null, text, as, locale: isLocale(locale) ? locale : null });
  } catch {
    return bad();
  }
};

/** One answer a line, in the order of the file, as soon as each is there. */
const askBatch = async (context: CommandContext, path: string): Promise<Result<CommandOutput>> => {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return fail(problem('batch_unreadable', askText, (t) => t.unreadable(path)));
  const answers: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const question = readLine(line, index + 1);
    if (!question.ok) return question;
    const answer = await ask(context, question.value);
    if (!answer.ok) return answer;
    answers.push(JSON.stringify({ id: question.value.id, ...answer.value }, jsonValue));
  }
  return done(undefined, answers.join('\n'));
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
    .action((question: string | undefined, options: Options, command: Command) => {
      const { as, locale, batch } = options;
      if (batch !== undefined) return runCommand(command, (context) => askBatch(context, batch));
      if (question === undefined)
        return command.error('error: a question or --batch is needed', { exitCode: 2 });
      if (as === undefined) return command.error('error: --as <email> is needed', { exitCode: 2 });
      return runCommand(command, async (context) => {
        const answer = await ask(context, { text: question, as, locale: locale ?? null });
        if (!answer.ok) return answer;
        return done(answer.value, renderAnswer(answer.value));
      });
    });
};
