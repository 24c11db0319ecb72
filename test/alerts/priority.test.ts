import { expect, test } from 'vitest';
import { priorityOf } from '../../src/alerts/priority.ts';

test.each([
  ['red', 10_000_000n, 'CNY', 1],
  ['red', 9_999_999n, 'CNY', 2],
  ['yellow', 10_000_000n, 'CNY', 2],
  ['yellow', 9_999_999n, 'CNY', 3],
  ['info', 10_000_000n, 'CNY', 4],
  ['red', 100_000n, 'JPY', 1],
] as const)(
  'a %s signal with %d minor units of value at risk in %s is P%d',
  (severity, value, currency, priority) => {
    expect(priorityOf(severity, value, currency)).toBe(priority);
  },
);
