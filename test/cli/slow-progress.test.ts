import { expect, test } from 'vitest';
import { slowProgress } from '../../src/cli/slow-progress.ts';

test('progress is silent for two seconds, and then comes at most every two', () => {
  const printed: string[] = [];
  let atMs = 0;
  const report = slowProgress(
    (line) => printed.push(line),
    () => atMs,
  );
  for (atMs = 0; atMs <= 7_000; atMs += 500) report(() => `${atMs}`);
  expect(printed).toEqual(['2000', '4000', '6000']);
});
