/** When a client moves money: spans of days, and the days on which there must be a transaction. */
import type { Archetype } from './archetypes/archetype.ts';
import type { Random } from './random.ts';

/** `mustMove`: there is a transaction on the last day. */
export type Window = { from: number; to: number; mustMove: boolean };

const drawIdle = (idle: Archetype['idleDays'], random: Random): number => {
  if (idle === undefined) return 0;
  return typeof idle === 'number' ? idle : random.int(idle[0], idle[1]);
};

/** Spans in order; from 0 = the start of the history. The last `to` is the day of the last movement. */
export const activityWindows = (
  archetype: Archetype,
  start: number,
  random: Random,
): [Window, ...Window[]] => {
  const idle = drawIdle(archetype.idleDays, random);
  if (archetype.closedDaysAgo) {
    const first = { from: start, to: -archetype.closedDaysAgo - 1, mustMove: false };
    if (!archetype.reopenedDaysAgo) return [first];
    return [first, { from: 1 - archetype.reopenedDaysAgo, to: 0, mustMove: false }];
  }
  const first = { from: start, to: -idle, mustMove: idle > 0 };
  if (!archetype.wokeDaysAgo) return [first];
  return [first, { from: -archetype.wokeDaysAgo, to: 0, mustMove: false }];
};
