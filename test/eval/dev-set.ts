import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalQuestion } from './score.ts';

const FOLDER = join(import.meta.dirname, 'data', 'dev');

/** The questions of the dev set that name no client: those can be read without a bank. */
export const namelessQuestions = (): EvalQuestion[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '' && !line.includes('{zh') && !line.includes('{other'))
    .map((line) => JSON.parse(line) as EvalQuestion)
    .filter(({ text }) => !/\{\w+(\.id)?\}/.test(text));
