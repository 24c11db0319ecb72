import { beforeAll, describe, expect, test } from 'vitest';
import { type CardKind, calibrateChurn } from '../../src/calibrate/calibrate-churn.ts';
import { candidatesOf } from '../../src/calibrate/candidates.ts';
import { GROW_DEFAULTS } from '../../src/calibrate/grow-card.ts';
import { composeReport, type Findings } from '../../src/calibrate/report.ts';
import { reportPlots } from '../../src/calibrate/report-plots.ts';
import { type LabelledClient, sampleOf } from '../../src/calibrate/sample.ts';
import { scoreSample } from '../../src/calibrate/score-sample.ts';
import { calibrateOn, shareByBand } from '../../src/calibrate/validate.ts';
import { writeScorecard } from '../../src/calibrate/write-scorecard.ts';
import { featuresOf } from '../../src/tiering/scorecard/features.ts';
import { scoreByCard } from '../../src/tiering/scorecard/score-by-card.ts';
import { parseScorecard, SCORE_LINES_MAX } from '../../src/tiering/scorecard/scorecard.ts';
import { madeUpClients } from './made-up-clients.ts';

const provenance = {
  version: 'made-up-1',
  currency: 'CNY',
  quarterEndsOn: '2019-09-30',
  calibratedOn: '2026-01-31',
  dataSha256: 'none',
};
const clients = madeUpClients(3_000);
const calibrated = (from: readonly LabelledClient[], kind: CardKind = 'two_way'): Findings =>
  calibrateChurn(from, kind, provenance, { folds: 3, seed: 1 });

describe('a calibration', () => {
  let findings: Findings;
  beforeAll(() => {
    findings = calibrated(clients);
  });

  test('finds what was put into the clients: fewer assets and a fall, more points', () => {
    const { lines } = findings.card;
    expect(lines.map((line) => line.feature)).toContain('aum');
    const { auc, auc_lowest_balance_alone: alone } = findings.card.provenance;
    expect(Number(auc)).toBeGreaterThan(Number(alone) + 0.01);
  });

  test('keeps points within a cell in one direction', () => {
    for (const { points } of findings.card.lines.flatMap((line) => line.cells)) {
      const steps = points.slice(1).map((each, i) => Math.sign(each - (points[i] ?? 0)));
      expect(new Set(steps).size).toBeLessThanOrEqual(1);
    }
  });

  test('gives the same bytes in whatever order the clients come', () => {
    const again = calibrated(clients.toReversed());
    expect(writeScorecard(again.card)).toBe(writeScorecard(findings.card));
    expect(composeReport(again)).toBe(composeReport(findings));
    expect(reportPlots(again)).toEqual(reportPlots(findings));
  });

  test('writes a file that reads back as the same card', () => {
    const read = parseScorecard(writeScorecard(findings.card));
    expect(read).toEqual({ ok: true, value: findings.card });
  });

  test('holds aggregates only: no client is named in what it writes', () => {
    const written = [
      writeScorecard(findings.card),
      composeReport(findings),
      ...Object.values(reportPlots(findings)),
    ].join('\n');
    expect(written).not.toMatch(/K\d{5}/);
  });

  test('predicts about the share that is observed in every band with enough clients', () => {
    for (const { clients: n, predicted, observed } of findings.tens)
      if (n >= 200) expect(Math.abs((predicted ?? 0) - (observed ?? 0))).toBeLessThan(0.08);
  });

  test('may be asked for lines that read one measure each', () => {
    const { lines } = calibrated(clients, 'one_way').card;
    expect(lines.length).toBeLessThanOrEqual(SCORE_LINES_MAX);
    expect(lines.filter((line) => line.within)).toEqual([]);
  });

  test('of clients who all stayed is refused', () => {
    const stayed = clients.map((client) => ({ ...client, left: false }));
    expect(() => calibrated(stayed)).toThrow(RangeError);
  });
});

describe('a card made from some of the clients', () => {
  const sample = sampleOf(clients);
  const candidates = candidatesOf(sample);
  const rows = Uint32Array.from({ length: 2_000 }, (_, i) => i);

  test('does not change with the labels of the others: nothing leaks from the fold held out', () => {
    const flipped = sample.events.map((event, i) => (i < 2_000 ? event : 1 - event));
    const card = calibrateOn(sample, candidates, rows, GROW_DEFAULTS);
    expect(calibrateOn({ ...sample, events: flipped }, candidates, rows, GROW_DEFAULTS)).toEqual(
      card,
    );
  });

  test('scores clients as the running program does, one by one', () => {
    const { card } = calibrated(clients);
    const points = scoreSample(card, sample);
    const sorted = clients.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1));
    const one = sorted.map(({ facts }) => scoreByCard(featuresOf(facts), card).rawPoints);
    expect([...points]).toEqual(one);
  });
});

test('a measure that some client cannot be assessed by is in no line', () => {
  const [first, ...others] = clients;
  if (!first) throw new Error('no clients');
  const partly = [{ ...first, facts: { ...first.facts, behaviour: null } }, ...others];
  const { codes } = sampleOf(partly);
  expect(codes.has('idle_days')).toBe(false);
  expect(codes.has('aum')).toBe(true);
});

test('a band holds the clients from its floor to below the next', () => {
  const shares = shareByBand(
    Int32Array.from([-5, 19, 20, 130]),
    Uint8Array.from([0, 1, 0, 1]),
    [0, 20, 70],
  );
  expect(shares.map(({ clients: n, left }) => [n, left])).toEqual([
    [2, 1],
    [1, 0],
    [1, 1],
  ]);
});
