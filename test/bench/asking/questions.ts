/** A mix of the dev set's questions: of each category some in each language, as one manager's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asker } from '../../eval/ask-all.ts';
import { fillIn } from '../../eval/reference/roles.ts';
import type { EvalQuestion } from '../../eval/score.ts';

const FOLDER = join(import.meta.dirname, '../../eval/data/dev');

const readQuestions = (): EvalQuestion[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as EvalQuestion);

const spread = <T>(items: readonly T[], count: number): T[] =>
  items.filter((_, index) => index % Math.ceil(items.length / count) === 0).slice(0, count);

/** `each`: at most how many of a category in a language. */
export const questionMix = ({ setting }: Asker, each: number): string[] => {
  const own = readQuestions().filter((question) => (question.as ?? 'own') === 'own');
  const kinds = Map.groupBy(own, ({ category, language }) => `${category} ${language}`);
  return [...kinds.values()]
    .flatMap((some) => spread(some, each))
    .flatMap(({ text }) => fillIn(text, setting.roles) ?? []);
};
