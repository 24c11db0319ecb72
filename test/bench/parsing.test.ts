import { expect, test } from 'vitest';
import { understand } from '../../src/query/understand.ts';
import { CONTEXT } from '../query/context.ts';
import { figures, orders, persons } from '../query/data/orders.ts';
import { conditions, periods } from '../query/data/sets.ts';

const QUESTIONS = [...conditions, ...periods, ...orders, ...figures, ...persons].flatMap(
  ({ en, zh }) => [...en, ...zh],
);
const ROUNDS = 5;
const MEDIAN_MS_MAX = 1;

const timed = (question: string): number => {
  const start = performance.now();
  understand(question, CONTEXT);
  return performance.now() - start;
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

test('a question is read in under a millisecond at the median', () => {
  QUESTIONS.forEach(timed);
  const all = Array.from({ length: ROUNDS }, () => QUESTIONS.map(timed)).flat();
  expect(median(all)).toBeLessThan(MEDIAN_MS_MAX);
});

const PIECES = [
  'not ',
  '没有',
  '重点、',
  'key or ',
  'over 5 ',
  '一二三',
  'a million and ',
  '((',
  '"',
  '2019-',
  'between 1 and ',
  'was dormant ',
  'last month ',
  '升级',
  'funds, ',
  'this week, ',
  '客户',
];
const GROWTH = 4;
/** Four times the text may cost four times as much, with room for noise of the machine. */
const GROWTH_MAX = 16;

test.each(PIECES)('reading grows no faster than the text of "%s"', (piece) => {
  const short = piece.repeat(100).slice(0, 90);
  const long = piece.repeat(400).slice(0, 90 * GROWTH);
  const cost = (text: string): number => {
    timed(text);
    return median(Array.from({ length: 15 }, () => timed(text)));
  };
  expect(cost(long)).toBeLessThan(Math.max(cost(short), 0.2) * GROWTH_MAX);
});
