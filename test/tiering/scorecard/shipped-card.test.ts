/** Every edge of the shipped scorecard, from below and on it: the points are those that its file says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parsePolicyText } from '../../../src/tiering/policy.ts';
import type { FeatureValue } from '../../../src/tiering/scorecard/facts.ts';
import {
  FEATURES,
  type FeatureName,
  mayBeUnknown,
} from '../../../src/tiering/scorecard/features.ts';
import type { PolicyScorecard } from '../../../src/tiering/scorecard/policy-scorecard.ts';
import {
  type FeatureValues,
  featuresRead,
  scoreByCard,
} from '../../../src/tiering/scorecard/score-by-card.ts';
import type { ScoreLine } from '../../../src/tiering/scorecard/scorecard.ts';

const path = fileURLToPath(new URL('../../../examples/xiamen/policy.yaml', import.meta.url));
const document = parsePolicyText(readFileSync(path, 'utf8'));
const card = (document.ok ? document.value.churn.scorecard : undefined) as PolicyScorecard;

const exact = (name: FeatureName, edge: number): bigint =>
  ['money', 'share'].includes(FEATURES[name].unit) ? BigInt(Math.round(edge * 100)) : BigInt(edge);

/** A value of each bin, first and last: the lowest there is, each edge, and one below it. */
const binValues = (name: FeatureName, edges: readonly number[]): [FeatureValue, number][] => [
  ...edges.flatMap((edge, i): [FeatureValue, number][] => [
    [exact(name, edge) - 1n, i],
    [exact(name, edge), i + 1],
  ]),
  ...(edges.length === 0 ? ([[0n, 0]] as [FeatureValue, number][]) : []),
  [10n ** 15n, edges.length],
];

const withUnknown = (
  name: FeatureName,
  values: [FeatureValue, number][],
  at: number,
): [FeatureValue, number][] => (mayBeUnknown(name) ? [...values, ['unknown', at]] : values);

/** [value read first, cell, value, points] of every bin of a line. */
const casesOf = (line: ScoreLine): [FeatureValue, FeatureValue, number][] => {
  const { within } = line;
  const outer: [FeatureValue, number][] = within
    ? withUnknown(within.feature, binValues(within.feature, within.edges), within.edges.length + 1)
    : [[0n, 0]];
  return outer.flatMap(([first, at]) => {
    const cell = line.cells[at];
    if (!cell) throw new Error(`${line.code} has no cell ${at}`);
    const own = binValues(line.feature, cell.edges).map(
      ([value, bin]): [FeatureValue, FeatureValue, number] => [
        first,
        value,
        cell.points[bin] ?? NaN,
      ],
    );
    return mayBeUnknown(line.feature)
      ? [...own, [first, 'unknown', cell.unknown ?? NaN] as [FeatureValue, FeatureValue, number]]
      : own;
  });
};

const read = (line: ScoreLine, first: FeatureValue, value: FeatureValue): FeatureValues =>
  Object.fromEntries(
    featuresRead({ lines: [line] }).map((name) => [name, name === line.feature ? value : first]),
  ) as FeatureValues;

describe.each(card.lines.map((line) => [line.code, line] as const))('line %s', (_code, line) => {
  const alone = { ...card, lines: [line] };

  test.each(casesOf(line))('%s and %s give %d points', (first, value, points) => {
    const scored = scoreByCard(read(line, first, value), alone);
    expect(scored.lines).toEqual([{ code: line.code, points }]);
    expect(scored.rawPoints).toBe(card.base + points);
  });

  test('is not assessed where a measure that it reads is not', () => {
    for (const name of featuresRead({ lines: [line] })) {
      const values = { ...read(line, 0n, 0n), [name]: 'not_assessed' } as FeatureValues;
      expect(scoreByCard(values, alone)).toMatchObject({ coveragePct: 0, rawPoints: card.base });
    }
  });
});

test.each([
  [0, 'low'],
  [19, 'low'],
  [20, 'watch'],
  [39, 'watch'],
  [40, 'medium'],
  [69, 'medium'],
  [70, 'high'],
  [100, 'high'],
])('%d points are in the band %s', (base, band) => {
  const none = { ...card, base, lines: [] };
  expect(scoreByCard({} as FeatureValues, none).band).toBe(band);
});
