/** How long reading a question takes, and how that grows with its length: `node test/bench/parsing.ts`. */
import { understand } from '../../src/query/understand.ts';
import { CONTEXT } from '../query/context.ts';
import { figures, orders, persons } from '../query/data/orders.ts';
import { conditions, periods } from '../query/data/sets.ts';

const QUESTIONS = [...conditions, ...periods, ...orders, ...figures, ...persons].flatMap(
  ({ en, zh }) => [...en, ...zh],
);
const ROUNDS = 5;

const timed = (question: string): number => {
  const start = performance.now();
  understand(question, CONTEXT);
  return performance.now() - start;
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

QUESTIONS.forEach(timed);
const all = Array.from({ length: ROUNDS }, () => QUESTIONS.map(timed)).flat();
process.stdout.write(`${QUESTIONS.length} questions: median ${median(all).toFixed(3)} ms\n`);

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

/** Four times the text should cost about four times as much. */
for (const piece of PIECES) {
  const short = piece.repeat(100).slice(0, 90);
  const long = piece.repeat(400).slice(0, 90 * GROWTH);
  const cost = (text: string): number => {
    timed(text);
    return median(Array.from({ length: 15 }, () => timed(text)));
  };
  const ratio = cost(long) / cost(short);
  process.stdout.write(`${GROWTH} times "${piece}" costs ${ratio.toFixed(1)} times as much\n`);
}
