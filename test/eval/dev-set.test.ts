import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FACT_NAMES } from './reference/facts.ts';
import { wilson } from './report.ts';
import type { EvalQuestion } from './score.ts';

const FOLDER = join(import.meta.dirname, 'data', 'dev');
const QUESTIONS = readdirSync(FOLDER)
  .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as EvalQuestion);

const share = (of: (question: EvalQuestion) => boolean): number =>
  QUESTIONS.filter(of).length / QUESTIONS.length;

const DECLINES = /"(refused|clarify|notUnderstood|declined)"/;

test('the dev set is large, half Chinese, and a quarter of it must not be answered', () => {
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(240);
  expect(share(({ language }) => language === 'zh')).toBeCloseTo(0.5, 1);
  expect(share((question) => DECLINES.test(JSON.stringify(question.expect)))).toBeGreaterThan(0.25);
});

test('an id and a wording stand for one question', () => {
  const ids = new Set(QUESTIONS.map(({ id }) => id));
  const wordings = new Set(QUESTIONS.map(({ text, as }) => `${as ?? ''} ${text}`));
  expect(ids.size).toBe(QUESTIONS.length);
  expect(wordings.size).toBe(QUESTIONS.length);
});

const AFTER_FACT = ['=', 'in', 'has', 'only', 'known', 'during', '>', '>=', '<', '<='];

/** The heads of conditions: ["aum", ">", 1], ["redList"]; not the lists of codes inside them. */
const factsIn = (part: unknown): string[] => {
  if (!Array.isArray(part)) return [];
  const [head, second] = part;
  if (head === 'and' || head === 'or' || head === 'not') return part.slice(1).flatMap(factsIn);
  const isCondition = part.length === 1 || AFTER_FACT.includes(second);
  return isCondition && typeof head === 'string' ? [head] : [];
};

test('every condition names a fact that the reference knows', () => {
  const conditions = QUESTIONS.flatMap(({ expect: wanted }) =>
    'clients' in wanted ? [wanted.clients] : 'count' in wanted ? [wanted.count] : [],
  );
  const names = conditions.flatMap(factsIn).map((fact) => fact.split(/[:@]/)[0] ?? '');
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name) => !FACT_NAMES.has(name))).toEqual([]);
});

test.each([
  [0, 400, 0, 0.0095],
  [400, 400, 0.9905, 1],
  [50, 100, 0.4038, 0.5962],
  [0, 0, 0, 1],
])('the Wilson interval of %i of %i', (hits, n, low, high) => {
  const [from, to] = wilson(hits, n);
  expect(from).toBeCloseTo(low, 3);
  expect(to).toBeCloseTo(high, 3);
});
