import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertFact, Priority } from '../../src/alerts/alert.ts';
import { composeDigest, type ReportedAlert } from '../../src/alerts/compose-digest.ts';
import { ALERT_KINDS } from '../../src/domain/alert-kind.ts';

const ON = Temporal.PlainDate.from('2026-11-20');
const MANAGER = { managerId: 'RM001', managerName: 'Ada', bookSize: 600 };

const money = fc.bigInt({ min: 0n, max: 10n ** 12n });
const fact = fc.constantFrom<AlertFact>(
  { kind: 'tier_change', from: 'key', to: 'quality', direction: 'down' },
  { kind: 'churn_risk', score: 80, band: 'high', rise: null, reasons: [] },
  { kind: 'complaint', severe: true, since: '2026-11-01' },
);

/** Alerts of some forty clients; the same client has the same money in each. */
const reported: fc.Arbitrary<ReportedAlert[]> = fc
  .array(fc.record({ aumMinor: money, valueAtRiskMinor: money }), { minLength: 1, maxLength: 40 })
  .chain((figures) =>
    fc.array(
      fc
        .record({
          index: fc.nat(figures.length - 1),
          fact,
          priority: fc.constantFrom<Priority>(1, 2, 3, 4),
        })
        .map(({ index, fact: each, priority }) => ({
          clientId: `C${String(index).padStart(3, '0')}`,
          clientName: `Client ${index}`,
          tier: 'quality' as const,
          ...(figures[index] ?? { aumMinor: 0n, valueAtRiskMinor: 0n }),
          coveredForName: null,
          alert: {
            alertId: `${each.kind}:2026-11-20`,
            kind: each.kind,
            severity: 'red' as const,
            priority,
            openedOn: '2026-11-20',
            fact: each,
          },
        })),
      { maxLength: 80 },
    ),
  );

const compose = (alerts: ReportedAlert[]) => composeDigest(MANAGER, alerts, ON, 'CNY');
const distinct = (alerts: ReportedAlert[]) => new Set(alerts.map(({ clientId }) => clientId)).size;

describe('a digest', () => {
  test('has a line a client, at most ten, and counts the others', () => {
    fc.assert(
      fc.property(reported, (alerts) => {
        const { entries, moreCount } = compose(alerts);
        expect(entries.length).toBeLessThanOrEqual(10);
        expect(entries.length + moreCount).toBe(distinct(alerts));
        expect(new Set(entries.map(({ clientId }) => clientId)).size).toBe(entries.length);
      }),
    );
  });

  test('puts the most money first, and leaves out nobody with more than those it shows', () => {
    fc.assert(
      fc.property(reported, (alerts) => {
        const { entries } = compose(alerts);
        const byClient = new Map(alerts.map((each) => [each.clientId, each.valueAtRiskMinor]));
        const all = [...byClient.values()].sort((x, y) => Number(y - x));
        expect(entries.map(({ valueAtRiskMinor }) => BigInt(valueAtRiskMinor))).toEqual(
          all.slice(0, entries.length),
        );
      }),
    );
  });

  test('asks to act today on the first three lines only', () => {
    fc.assert(
      fc.property(reported, (alerts) => {
        const { entries } = compose(alerts);
        expect(entries.map(({ actToday }) => actToday)).toEqual(entries.map((_, i) => i < 3));
      }),
    );
  });

  test('does not depend on the order of the alerts, nor on one being there twice', () => {
    fc.assert(
      fc.property(reported, fc.infiniteStream(fc.nat()), (alerts, order) => {
        const once = alerts.filter(
          (a, i) =>
            alerts.findIndex(
              (b) => b.clientId === a.clientId && b.alert.alertId === a.alert.alertId,
            ) === i,
        );
        const keys = new Map(once.map((alert) => [alert, order.next().value ?? 0]));
        const shuffled = once.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(compose(shuffled)).toEqual(compose(once));
        expect(compose([...once, ...once])).toEqual(compose(once));
      }),
    );
  });

  test('survives being stored as JSON', () => {
    fc.assert(
      fc.property(reported, (alerts) => {
        const digest = compose(alerts);
        expect(JSON.parse(JSON.stringify(digest))).toEqual(digest);
      }),
    );
  });

  test('counts every alert in its headline, shown or not', () => {
    fc.assert(
      fc.property(reported, (alerts) => {
        const { headline } = compose(alerts);
        const keys = new Set(alerts.map(({ clientId, alert }) => `${clientId} ${alert.alertId}`));
        expect(headline.reduce((sum, { count }) => sum + count, 0)).toBe(keys.size);
        expect(headline.every(({ kind }) => ALERT_KINDS.includes(kind))).toBe(true);
      }),
    );
  });
});

test('a churn risk does not repeat what another alert of the client tells', () => {
  const about = {
    clientId: 'C1',
    clientName: 'Client',
    tier: 'key' as const,
    aumMinor: 1n,
    valueAtRiskMinor: 1n,
    coveredForName: null,
  };
  const alert = { severity: 'red' as const, priority: 1 as const, openedOn: '2026-11-20' };
  const reasons = ['R01', 'R02', 'R07', 'R10'].map((code) => ({ code, points: 10, values: {} }));
  const risk = { kind: 'churn_risk' as const, score: 80, band: 'high' as const, rise: 0, reasons };
  const complaint = { kind: 'complaint' as const, severe: true, since: '2026-11-01' };
  const { entries } = compose([
    { ...about, alert: { ...alert, alertId: 'a', kind: 'churn_risk', fact: risk } },
    { ...about, alert: { ...alert, alertId: 'b', kind: 'complaint', fact: complaint } },
  ]);
  const fact = entries[0]?.alerts[0]?.fact;
  expect(fact?.kind === 'churn_risk' && fact.reasons.map(({ code }) => code)).toEqual([
    'R01',
    'R02',
    'R10',
  ]);
});

test('at equal money the client with more assets comes first, then the lower id', () => {
  const client = (clientId: string, aumMinor: bigint): ReportedAlert => ({
    clientId,
    clientName: clientId,
    tier: 'key',
    aumMinor,
    valueAtRiskMinor: 5n,
    coveredForName: null,
    alert: {
      alertId: 'complaint:2026-11-20',
      kind: 'complaint',
      severity: 'red',
      priority: 1,
      openedOn: '2026-11-20',
      fact: { kind: 'complaint', severe: true, since: '2026-11-01' },
    },
  });
  const { entries } = compose([client('C2', 1n), client('C1', 1n), client('C3', 2n)]);
  expect(entries.map(({ clientId }) => clientId)).toEqual(['C3', 'C1', 'C2']);
});
