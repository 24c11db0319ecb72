import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition, OpenAlert } from '../../src/alerts/alert.ts';
import { type AlertWrite, reconcile } from '../../src/alerts/reconcile.ts';

const START = Temporal.PlainDate.from('2026-11-02');

const riskOf = (score: number | null): Condition | null =>
  score === null
    ? null
    : {
        fact: { kind: 'churn_risk', score, band: 'high', rise: null, reasons: [] },
        severity: 'red',
        points: score,
      };

type Step = { write: AlertWrite | null; open: OpenAlert | null };

const step = (
  day: number,
  condition: Condition | null,
  open: OpenAlert | null,
  guarded = false,
): Step => {
  const write = reconcile({
    clientId: 'C1',
    on: START.add({ days: day }),
    condition,
    open,
    priority: 1,
    inForceTier: 'quality',
    guarded,
  });
  if (!write) return { write, open };
  return { write, open: write.resolvedOn ? null : write };
};

/** A client's score night by night; null = no risk. */
const scores = fc.array(fc.option(fc.integer({ min: 40, max: 100 })), {
  minLength: 1,
  maxLength: 60,
});

test('the same night again never writes anything else, and reports nothing', () => {
  fc.assert(
    fc.property(scores, fc.boolean(), (nights, guarded) => {
      let open: OpenAlert | null = null;
      for (const [day, score] of nights.entries()) {
        const first = step(day, riskOf(score), open, guarded);
        const second = step(day, riskOf(score), first.open, guarded);
        expect(second.write?.reported ?? false).toBe(false);
        expect(second.open).toEqual(first.open);
        open = first.open;
      }
    }),
  );
});

test('a report is followed by silence for a week, unless it got ten points worse or began anew', () => {
  fc.assert(
    fc.property(scores, (nights) => {
      let open: OpenAlert | null = null;
      let last: { day: number; points: number; alertId: string } | null = null;
      for (const [day, score] of nights.entries()) {
        const { write, open: after }: Step = step(day, riskOf(score), open);
        if (write?.reported && score !== null) {
          const again = last !== null && last.alertId === write.alertId;
          if (again && last) expect(day - last.day >= 7 || score >= last.points + 10).toBe(true);
          last = { day, points: score, alertId: write.alertId };
        }
        open = after;
      }
    }),
  );
});

test('an alert is resolved exactly on the third clear night in a row', () => {
  fc.assert(
    fc.property(scores, (nights) => {
      let open: OpenAlert | null = null;
      let clear = 0;
      for (const [day, score] of nights.entries()) {
        const wasOpen = open !== null;
        const { write, open: after }: Step = step(day, riskOf(score), open);
        clear = score === null ? clear + 1 : 0;
        if (wasOpen) expect(write?.resolvedOn !== null && write !== null).toBe(clear === 3);
        if (write?.resolvedOn) clear = 0;
        open = after;
      }
    }),
  );
});

test('a held alert of a changed tier is told later if the tier still stands', () => {
  const change: Condition = {
    fact: { kind: 'tier_change', from: 'key', to: 'quality', direction: 'down' },
    severity: 'yellow',
    points: null,
  };
  const held = step(0, change, null, true);
  expect(held.write).toMatchObject({ reported: false, resolvedOn: null });
  expect(step(2, null, held.open).write).toBeNull();
  expect(step(3, null, held.open).write).toMatchObject({ reported: true, heldSince: null });
});

test('a held alert of a tier that moved on is dropped without a word', () => {
  const change: Condition = {
    fact: { kind: 'tier_change', from: 'quality', to: 'key', direction: 'up' },
    severity: 'info',
    points: null,
  };
  const held = step(0, change, null, true);
  expect(step(1, null, held.open).write).toMatchObject({ reported: false });
  expect(step(1, null, held.open).open).toBeNull();
});
