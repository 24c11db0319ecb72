import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastFireAt } from '../../src/jobs/last-fire-at.ts';

const last = (now: string, at: string, timeZone: string) =>
  lastFireAt(Temporal.Instant.from(now), { at, timeZone }).toString();

test.each([
  [
    'a second before it: yesterday',
    '2026-11-20T17:59:59Z',
    '02:00',
    'Asia/Shanghai',
    '2026-11-19T18:00:00Z',
  ],
  ['at the very instant', '2026-11-20T18:00:00Z', '02:00', 'Asia/Shanghai', '2026-11-20T18:00:00Z'],
  ['long after it', '2026-11-21T17:59:59Z', '02:00', 'Asia/Shanghai', '2026-11-20T18:00:00Z'],
  [
    'in the hour that the clocks skip: after the gap',
    '2026-03-29T03:00:00Z',
    '02:30',
    'Europe/Berlin',
    '2026-03-29T01:30:00Z',
  ],
  [
    'in the hour that the clocks repeat: the first time',
    '2026-10-25T03:00:00Z',
    '02:30',
    'Europe/Berlin',
    '2026-10-25T00:30:00Z',
  ],
  [
    'in the repeated hour itself',
    '2026-10-25T01:30:00Z',
    '02:30',
    'Europe/Berlin',
    '2026-10-25T00:30:00Z',
  ],
])('%s', (_name, now, at, timeZone, fire) => {
  expect(last(now, at, timeZone)).toBe(fire);
});

test('each calendar day is planned exactly once, whatever the clocks do', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
  const times = ['00:00', '01:30', '02:00', '02:30', '03:00', '23:59'];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...times),
      fc.integer({ min: 0, max: 364 }),
      (timeZone, at, day) => {
        const start = Temporal.PlainDate.from('2026-01-01').add({ days: day });
        const from = start.toZonedDateTime(timeZone).toInstant();
        const fires = new Set<string>();
        for (let minute = 0; minute < 48 * 60; minute += 10)
          fires.add(lastFireAt(from.add({ minutes: minute }), { at, timeZone }).toString());
        const days = [...fires].map((fire) =>
          Temporal.Instant.from(fire).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
        );
        expect(new Set(days).size).toBe(days.length);
      },
    ),
    { numRuns: 30 },
  );
});
