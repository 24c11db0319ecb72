import { expect, test } from 'vitest';
import { tickEvery } from '../../src/intake/progress.ts';

test('a person who waits hears of the rows read, at most every other second', () => {
  const heard: string[] = [];
  let clock = 0;
  const tick = tickEvery(
    (line) => heard.push(line),
    'en',
    () => clock,
  );
  for (const [at, rows] of [
    [0, 1],
    [1_999, 2],
    [2_000, 3],
    [3_999, 4],
    [4_100, 5],
  ] as const) {
    clock = at;
    tick('balances', rows);
  }
  expect(heard).toEqual(['balances: 3 rows read', 'balances: 5 rows read']);
});
