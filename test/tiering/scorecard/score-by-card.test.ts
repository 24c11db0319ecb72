import { describe, expect, test } from 'vitest';
import type { ScorecardFacts } from '../../../src/tiering/scorecard/facts.ts';
import { featuresOf } from '../../../src/tiering/scorecard/features.ts';
import { scoreByCard } from '../../../src/tiering/scorecard/score-by-card.ts';
import { parseScorecard, type Scorecard } from '../../../src/tiering/scorecard/scorecard.ts';
import { factsOf } from './facts-of.ts';

const TEXT = `
version: test-1
currency: CNY
predicts: money flows out
base: 30
scale: { even: 70, doubling: 10 }
bands:
  - { band: low, floor: 0, predicted_pct: 2, observed_pct: 2 }
  - { band: high, floor: 70, predicted_pct: 70, observed_pct: 70 }
lines:
  - code: S01
    feature: aum
    cells:
      - { edges: [1000, 50000], points: [45, 10, -20] }
  - code: S02
    feature: fall_from_peak
    within: { feature: idle_days, edges: [91] }
    cells:
      - { edges: [50], points: [0, 7] }
      - { edges: [], points: [3] }
      - { edges: [0.5], points: [1, 2] }
  - code: S03
    feature: idle_days
    cells:
      - { edges: [30], points: [0, 5], unknown: -9 }
provenance: { seed: 1 }
`;

const cardOf = (text: string): Scorecard => {
  const card = parseScorecard(text);
  if (!card.ok) throw new Error(card.problem.en);
  return card.value;
};
const card = cardOf(TEXT);
const scored = (facts: ScorecardFacts) => scoreByCard(featuresOf(facts), card);
const linesOf = (facts: ScorecardFacts) => scored(facts).lines.map((line) => line.points);

const withAum = (aumMinor: bigint): ScorecardFacts =>
  factsOf({
    holdings: {
      termMinor: 0n,
      demandMinor: aumMinor,
      investmentsMinor: 0n,
      loansMinor: 0n,
      products: 1n,
    },
  });
const withIdle = (idleDays: bigint | null): ScorecardFacts => {
  const { behaviour } = factsOf();
  if (!behaviour) throw new Error('facts without behaviour');
  return factsOf({ behaviour: { ...behaviour, idleDays } });
};

describe('points on a card', () => {
  test.each([
    [99_999n, 45],
    [100_000n, 10],
    [4_999_999n, 10],
    [5_000_000n, -20],
  ])('an AUM of %d minor units gives %d: an edge belongs to the bin above', (aumMinor, points) => {
    expect(linesOf(withAum(aumMinor))[0]).toBe(points);
  });

  test.each([
    [29n, [7, 0]],
    [30n, [7, 5]],
    [90n, [7, 5]],
    [91n, [3, 5]],
    [null, [2, -9]],
  ])('%s idle days read the cell of their band, and "not recorded" has its own', (idle, points) => {
    expect(linesOf(withIdle(idle)).slice(1)).toEqual(points);
  });

  test('are the base and one number a line', () => {
    expect(scored(factsOf())).toEqual({
      points: 17,
      rawPoints: 17,
      band: 'low',
      coveragePct: 100,
      lines: [
        { code: 'S01', points: -20 },
        { code: 'S02', points: 7 },
        { code: 'S03', points: 0 },
      ],
    });
  });

  test('a line without its feed adds nothing and lowers the coverage', () => {
    const { points, coveragePct, lines } = scored(factsOf({ monthEnds: [null, null, null] }));
    expect(lines[1]).toEqual({ code: 'S02', points: null });
    expect([points, coveragePct]).toEqual([10, 66]);
    expect(scored(factsOf({ behaviour: null })).coveragePct).toBe(33);
  });

  test('stay between 0 and 100 and fall into the band of their floor', () => {
    const high = scoreByCard(featuresOf(withAum(0n)), { ...card, base: 90 });
    expect([high.points, high.rawPoints > 100, high.band]).toEqual([100, true, 'high']);
    const low = scoreByCard(featuresOf(factsOf()), { ...card, base: -50 });
    expect([low.points, low.rawPoints < 0, low.band]).toEqual([0, true, 'low']);
  });
});

describe('a scorecard file is refused', () => {
  test.each([
    ['where edges fall', 'edges: [1000, 50000]', 'edges: [50000, 1000]', 'S01: cells[1]'],
    ['where points are missing', 'points: [45, 10, -20]', 'points: [45, 10]', 'S01: cells[1]'],
    ['where a cell is missing', '      - { edges: [], points: [3] }\n', '', 'S02: 3 cells'],
    ['where the bands leave a gap below', 'floor: 0,', 'floor: 5,', 'bands'],
    ['where the measure does not exist', 'feature: aum\n', 'feature: wealth\n', 'lines.0.feature'],
    ['where points are not whole', 'base: 30', 'base: 30.5', 'base'],
    ['where it is no YAML', 'base: 30', 'base: [', ''],
  ])('%s', (_name, from, to, place) => {
    const parsed = parseScorecard(TEXT.replace(from, to));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problem.en).toContain(place);
  });
});
