import { expect, test } from 'vitest';
import { createRateLimit } from '../../src/assistant/rate-limit.ts';

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000));

test('a person may ask a burst, then as fast as the bucket fills', () => {
  const limit = createRateLimit(3, 2);
  const taken = [0, 0, 0, 0, 1, 2, 3].map((seconds) => limit.take('M1', at(seconds)));
  expect(taken).toEqual([true, true, true, false, false, true, false]);
});

test('people do not use up each other, and a clock that goes back gives nothing', () => {
  const limit = createRateLimit(1, 60);
  expect(limit.take('M1', at(100))).toBe(true);
  expect(limit.take('M2', at(100))).toBe(true);
  expect(limit.take('M1', at(0))).toBe(false);
});

test('500 questions a minute are cut to the burst and what flows in', () => {
  const limit = createRateLimit();
  const taken = Array.from({ length: 500 }, (_, i) => limit.take('M1', at((i * 60) / 500)));
  expect(taken.filter(Boolean).length).toBeLessThan(65);
});
