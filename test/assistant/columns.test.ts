import { describe, expect, test } from 'vitest';
import { measuredCell } from '../../src/assistant/columns.ts';

const measured = (n: number, asked: number) =>
  measuredCell({ of: 'sum', field: 'aum' }, { sum: '0', n }, { digits: 2, asked });

describe('a sum', () => {
  test('over nobody is nothing', () => expect(measured(0, 0)).toBe(0));
  test('of what nobody is known to hold is unknown', () => expect(measured(0, 3)).toBeNull());
  test('of what somebody is known to hold is what that is', () => expect(measured(1, 3)).toBe(0));
});
