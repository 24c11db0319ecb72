import { expect, test } from 'vitest';
import { checkersForOverride, checkersForReassign } from '../../src/coverage/checkers-needed.ts';
import { workingDayAfter } from '../../src/coverage/lapse-date.ts';
import { likePattern } from '../../src/coverage/like-pattern.ts';
import { TIERS, type Tier } from '../../src/domain/client.ts';

const NORMAL = { kind: 'individual', watch: false, highAml: false } as const;

test.each([
  ['quality', 'quality', 'key', 1],
  ['quality', 'quality', 'potential', 1],
  ['quality', 'quality', 'premier', 2],
  ['quality', 'quality', 'mass', 2],
  ['key', 'quality', 'premier', 2],
  ['key', 'quality', 'quality', 1],
  ['premier', 'quality', 'premier', 2],
] as const)(
  'in force %s, decided %s, wanted %s: %i',
  (inForceTier, decidedTier, tier, checkers) => {
    expect(checkersForOverride({ ...NORMAL, inForceTier, decidedTier, tier })).toBe(checkers);
  },
);

test.each([
  [true, false],
  [false, true],
  [true, true],
])('watch %s, high AML %s: two, whatever the bands', (watch, highAml) => {
  const tiers = { inForceTier: 'quality', decidedTier: 'quality', tier: 'key' } as const;
  expect(checkersForOverride({ ...NORMAL, ...tiers, watch, highAml })).toBe(2);
});

test('a reassignment takes a checker for key, premier, class 1, the never assessed and a full book', () => {
  const needing = [...TIERS, null].filter(
    (inForceTier: Tier | null) => checkersForReassign({ inForceTier, bookSize: 800 }) === 1,
  );
  expect(needing).toEqual(['key', 'premier', 'class_1', null]);
  expect(checkersForReassign({ inForceTier: 'mass', bookSize: 801 })).toBe(1);
});

test('three working days skip a weekend and a holiday', () => {
  const holiday = '2026-11-24';
  const isWorkingDay = (date: Temporal.PlainDate): boolean =>
    date.dayOfWeek < 6 && date.toString() !== holiday;
  const friday = Temporal.PlainDate.from('2026-11-20');
  expect(workingDayAfter(friday, 3, isWorkingDay).toString()).toBe('2026-11-26');
});

test('what a person types into a search stands for itself', () => {
  expect(likePattern('50%_\\', 'start')).toBe('50\\%\\_\\\\%');
});
