/** Answers a file of questions, one JSON line each, as they come: memory does not grow with the file. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Answer } from '../assistant/answer.ts';
import { LOCALES } from '../domain/actor.ts';
import { fail, type Problem, type Result } from '../domain/result.ts';
import { askText } from '../text/ask.ts';
import { problem } from '../text/catalog.ts';
import type { AskedQuestion } from './ask.ts';
import { type CommandOutput, done, jsonValue } from './run-command.ts';

const lineSchema = z.object({
  id: z.unknown().optional(),
  text: z.string(),
  as: z.string(),
  thread: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((thread) => (thread === null || thread === undefined ? null : String(thread))),
  locale: z.enum(LOCALES).nullish().catch(null),
});
type BatchLine = z.infer<typeof lineSchema>;

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : null;

const print = async (value: object): Promise<void> => {
  const line = `${JSON.stringify(value, jsonValue)}\n`;
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
};

const failed = (error: unknown): Problem => {
  console.error(error instanceof Error ? error.message : String(error));
  return problem('failed', askText, (t) => t.failedLine);
};

/** A pipe can be read like a file; a folder cannot. */
const isReadable = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.R_OK);
    return !(await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

type Ask = (question: AskedQuestion) => Promise<Result<Answer>>;

const answerLine = async (ask: Ask, line: BatchLine): Promise<object> => {
  const id = line.id ?? null;
  const { text, as, thread, locale = null } = line;
  try {
    const answer = await ask({ text, as, thread, locale });
    return answer.ok ? { id, ...answer.value } : { id, error: answer.problem };
  } catch (error) {
    return { id, error: failed(error) };
  }
};

/**
 * One answer a line of `{id, text, as, thread, locale}`, in order. A line that cannot be read, or whose question
 * fails, gives `{id, error}`, and the rest goes on.
 */
export const askBatch = async (path: string, ask: Ask): Promise<Result<CommandOutput>> => {
  if (!(await isReadable(path)))
    return fail(problem('batch_unreadable', askText, (t) => t.unreadable(path)));
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const line = text.replace(/^\uFEFF/, '');
    if (line.trim() === '') continue;
    const value = parsed(line);
    const question = lineSchema.safeParse(value);
    const at = number;
    const error = problem('batch_line', askText, (t) => t.badLine(at));
    await print(
      question.success ? await answerLine(ask, question.data) : { id: idOf(value), error },
    );
  }
  return done(undefined, '');
};
