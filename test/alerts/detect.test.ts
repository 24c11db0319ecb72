import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClientSignal, Severity } from '../../src/alerts/alert.ts';
import { detectConditions } from '../../src/alerts/detect.ts';
import { CHURN_BANDS, INDIVIDUAL_TIERS } from '../../src/domain/client.ts';
import type { Reason } from '../../src/tiering/reason.ts';
import { calm } from './signal-fixture.ts';

const detect = (signal: Partial<ClientSignal>) => detectConditions({ ...calm, ...signal }, 'CNY');
const severities = (signal: Partial<ClientSignal>) =>
  [...detect(signal)].map(([kind, { severity }]) => [kind, severity]);

const fall = (previous: bigint, recent: bigint) => ({
  code: 'R01',
  points: 10,
  values: { fallPct: 20, previousMinor: `${previous}`, recentMinor: `${recent}` },
});

test('a calm client trips nothing', () => {
  expect(severities({})).toEqual([]);
});

test('P(alive) and a second opinion are never an alert by themselves', () => {
  const reasons: Reason[] = [
    { code: 'p_alive', values: { pct: 0, days: 365 } },
    { code: 'p_alive_not_assessable', values: { days: 365 } },
    {
      code: 'churn_second_opinion',
      values: { card: 'expert', score: 100, band: 'high', coveragePct: 100, lines: '' },
    },
    { code: 'R07', values: { severe: true } },
    { code: 'R05', values: { idleDays: 300, medianDays: 3 } },
  ];
  expect(severities({ reasons })).toEqual([]);
});

test('the lines of a scorecard are the reasons of a churn risk, most points first, its sum is not', () => {
  const line = (code: string, points: number) => ({ code, points, values: { feature: 'aum' } });
  const sum = { code: 'churn_sum', values: { base: 33, score: 71 } };
  const reasons = [sum, line('S01', 38), line('S03', 16), line('S02', -7)];
  const risk = detect({ churnScore: 71, churnBand: 'high', reasons }).get('churn_risk');
  const fact = risk?.fact.kind === 'churn_risk' ? risk.fact : null;
  expect(fact?.reasons.map(({ code }) => code)).toEqual(['S01', 'S03']);
});

describe('a change of the tier in force', () => {
  test.each<[ClientSignal['tierBefore'], ClientSignal['inForceTier'], Severity | null]>([
    [null, 'key', null],
    ['key', 'key', null],
    ['quality', 'key', 'info'],
    ['key', 'quality', 'yellow'],
    ['premier', 'quality', 'red'],
  ])('from %s to %s is %s', (tierBefore, inForceTier, severity) => {
    const expected = severity ? [['tier_change', severity]] : [];
    expect(severities({ tierBefore, inForceTier })).toEqual(expected);
  });

  test('says which way it went on the ladder of corporates too', () => {
    const change = detect({ kind: 'corporate', tierBefore: 'class_1', inForceTier: 'class_2' });
    expect(change.get('tier_change')?.fact).toMatchObject({ direction: 'down' });
  });
});

describe('churn risk', () => {
  test.each<[ClientSignal['churnBand'], number, number | null, Severity | null]>([
    ['low', 14, 0, null],
    ['low', 15, 0, 'yellow'],
    ['watch', 24, 0, 'yellow'],
    ['watch', 25, 0, 'red'],
    ['watch', 39, null, null],
    ['medium', 40, null, 'yellow'],
    ['medium', 69, 45, 'yellow'],
    ['medium', 69, 44, 'red'],
    ['high', 70, 70, 'red'],
  ])(
    'in band %s at %d after %s a week ago is %s',
    (churnBand, churnScore, scoreWeekAgo, severity) => {
      const expected = severity ? [['churn_risk', severity]] : [];
      expect(severities({ churnBand, churnScore, scoreWeekAgo })).toEqual(expected);
    },
  );

  test('names at most four reasons, most points first, and only those that add points', () => {
    const reasons = [8, 30, -5, 10, 15, 20].map((points, index) => ({
      code: `R0${index + 1}`,
      points,
      values: {},
    }));
    const notAssessed = { code: 'not_assessed', values: {} };
    const found = detect({ churnBand: 'high', reasons: [...reasons, notAssessed] });
    const { fact } = found.get('churn_risk') ?? {};
    expect(fact?.kind === 'churn_risk' && fact.reasons.map(({ code }) => code)).toEqual([
      'R02',
      'R06',
      'R05',
      'R04',
    ]);
  });
});

describe('an outflow', () => {
  test.each([
    ['just material', 25_000_000n, 20_000_000n, 'yellow'],
    ['a minor unit short of 50,000', 24_999_999n, 20_000_000n, null],
    ['large in money but below 20 %', 30_000_000n, 24_000_001n, null],
    ['by half', 40_000_000n, 20_000_000n, 'red'],
    ['from nothing', 0n, 0n, null],
    ['that is an inflow', 20_000_000n, 40_000_000n, null],
  ] as const)('%s', (_name, previous, recent, severity) => {
    const expected = severity ? [['balance_fall', severity]] : [];
    expect(severities({ reasons: [fall(previous, recent)] })).toEqual(expected);
  });

  test('is told as the closed account that caused it', () => {
    const reasons = [fall(25_000_000n, 20_000_000n)];
    expect(severities({ reasons, accountClosedOn: '2026-11-01' })).toEqual([
      ['account_closed', 'yellow'],
    ]);
  });
});

describe('a stopped salary', () => {
  const reasons = [{ code: 'R02', points: 20, values: { days: 50 } }];
  test.each([
    ['potential', []],
    ['quality', [['salary_stop', 'yellow']]],
    ['premier', [['salary_stop', 'yellow']]],
    ['class_1', []],
  ] as const)('of a client in tier %s trips %j', (tier, expected) => {
    expect(severities({ reasons, inForceTier: tier, tierBefore: tier })).toEqual(expected);
  });
});

test('a complaint always trips, a severe one red', () => {
  const since = '2026-11-01';
  expect(severities({ complaint: { since, severe: false } })).toEqual([['complaint', 'yellow']]);
  expect(severities({ complaint: { since, severe: true } })).toEqual([['complaint', 'red']]);
});

test('a relationship that has ended trips nothing, whatever else holds', () => {
  const signal = fc.record({
    inForceTier: fc.constantFrom(...INDIVIDUAL_TIERS),
    churnBand: fc.constantFrom(...CHURN_BANDS),
    churnScore: fc.nat(100),
    complaint: fc.constantFrom(null, { since: '2026-11-01', severe: true }),
  });
  fc.assert(fc.property(signal, (each) => detect({ ...each, closed: true }).size === 0));
});

test('a higher score never makes a churn risk milder', () => {
  const rank = (severity: Severity | undefined) =>
    ['info', 'yellow', 'red'].indexOf(severity ?? 'info');
  const severityAt = (churnScore: number) =>
    rank(detect({ churnScore, scoreWeekAgo: 0 }).get('churn_risk')?.severity);
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), (a, b) => {
      expect(severityAt(Math.max(a, b))).toBeGreaterThanOrEqual(severityAt(Math.min(a, b)));
    }),
  );
});
