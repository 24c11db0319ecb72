import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextDigestAt } from '../../src/alerts/next-digest-at.ts';

const isWeekday = (date: Temporal.PlainDate) => date.dayOfWeek <= 5;

const next = (queuedAt: string, digestAt: string, zone: string | null) =>
  nextDigestAt(Temporal.Instant.from(queuedAt), {
    digestAt,
    managerZone: zone,
    timeZone: 'Asia/Shanghai',
    isWorkingDay: isWeekday,
  }).toString();

describe('the next digest', () => {
  test.each([
    [
      'before the time on a working day',
      '2026-11-18T18:00:00Z',
      'Asia/Shanghai',
      '2026-11-19T00:30:00Z',
    ],
    [
      'at the very time: the next day',
      '2026-11-19T00:30:00Z',
      'Asia/Shanghai',
      '2026-11-20T00:30:00Z',
    ],
    [
      'on a Friday after the time: Monday',
      '2026-11-20T01:00:00Z',
      'Asia/Shanghai',
      '2026-11-23T00:30:00Z',
    ],
    [
      'where it is still yesterday',
      '2026-11-19T00:30:00Z',
      'America/New_York',
      '2026-11-19T13:30:00Z',
    ],
    [
      'where it is tomorrow already',
      '2026-11-19T21:00:00Z',
      'Pacific/Auckland',
      '2026-11-22T19:30:00Z',
    ],
    ['without a zone of their own', '2026-11-18T18:00:00Z', null, '2026-11-19T00:30:00Z'],
    [
      'with a zone that does not exist',
      '2026-11-18T18:00:00Z',
      'Mars/Base',
      '2026-11-19T00:30:00Z',
    ],
  ])('%s', (_name, queuedAt, zone, due) => {
    expect(next(queuedAt, '08:30', zone)).toBe(due);
  });

  test('at a time that the clocks skip is due after the gap', () => {
    expect(next('2026-03-28T20:00:00Z', '02:30', 'Europe/Berlin')).toBe('2026-03-30T00:30:00Z');
    const everyDay = nextDigestAt(Temporal.Instant.from('2026-03-28T20:00:00Z'), {
      digestAt: '02:30',
      managerZone: 'Europe/Berlin',
      timeZone: 'UTC',
      isWorkingDay: () => true,
    });
    expect(everyDay.toString()).toBe('2026-03-29T01:30:00Z');
  });

  test('keeps to the wall clock across a change of clocks', () => {
    expect(next('2026-10-23T12:00:00Z', '08:30', 'Europe/Berlin')).toBe('2026-10-26T07:30:00Z');
    expect(next('2026-10-22T12:00:00Z', '08:30', 'Europe/Berlin')).toBe('2026-10-23T06:30:00Z');
  });

  test('is always later, on a working day, at the wall time, and at most some days away', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC'];
    const instant = fc
      .integer({ min: 1_700_000_000, max: 1_900_000_000 })
      .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString());
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (queuedAt, zone) => {
        const due = Temporal.Instant.from(next(queuedAt, '08:30', zone));
        const local = due.toZonedDateTimeISO(zone);
        expect(Temporal.Instant.compare(due, queuedAt)).toBe(1);
        expect(isWeekday(local.toPlainDate())).toBe(true);
        expect(local.toPlainTime().toString()).toBe('08:30:00');
        expect(Temporal.Instant.from(queuedAt).until(due).total('hours')).toBeLessThanOrEqual(73);
      }),
    );
  });
});
