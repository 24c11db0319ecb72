import { describe, expect, test } from 'vitest';
import { seriesSpans } from '../../src/query/series.ts';

describe('the points of a series', () => {
  test.each([
    ['month', '2026-01-01', '2026-03-31', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['month', '2026-01-15', '2026-02-01', ['2026-01-31', '2026-02-01']],
    ['month', '2026-02-28', '2026-02-28', ['2026-02-28']],
    ['quarter', '2026-02-10', '2026-08-05', ['2026-03-31', '2026-06-30', '2026-08-05']],
    ['year', '2024-01-01', '2026-11-20', ['2024-12-31', '2025-12-31', '2026-11-20']],
    ['month', '2026-03-01', '2026-02-28', []],
  ] as const)(
    'by %s from %s to %s are the ends of each and the last day',
    (unit, from, to, days) => {
      expect(seriesSpans({ unit, from, to }).map((span) => span.to)).toEqual(days);
    },
  );

  test('touch each other, so that no day of a flow is lost or counted twice', () => {
    const spans = seriesSpans({ unit: 'month', from: '2025-11-10', to: '2026-03-04' });
    for (const [index, { from }] of spans.entries()) {
      const before = spans[index - 1];
      if (before) expect(Temporal.PlainDate.from(before.to).add({ days: 1 }).toString()).toBe(from);
    }
    expect(spans[0]?.from).toBe('2025-11-10');
  });
});
