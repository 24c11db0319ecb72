/** The one source of chance: mulberry32 by Tommy Ettinger (public domain), a stream a purpose. */

export type Random = {
  /** A number in [0, 1). */
  next: () => number;
  /** A whole number in [low, high]. */
  int: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
  /** A copy in random order (Fisher–Yates). */
  shuffle: <T>(items: readonly T[]) => T[];
  /** Minor units between two amounts, log-uniform and rounded to `stepMinor`: small ones are common, large ones rare. */
  money: (lowMinor: bigint, highMinor: bigint, stepMinor?: bigint) => bigint;
};

const mulberry32 = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** FNV-1a: spreads a seed and the name of a stream over 32 bits. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
};

/** Same seed and stream, same numbers; streams do not disturb each other. */
export const createRandom = (seed: number, stream: string): Random => {
  const next = mulberry32(hash(`${seed}/${stream}`));
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => items[int(0, items.length - 1)] as T;
  const shuffle = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  };
  const money = (lowMinor: bigint, highMinor: bigint, stepMinor = 100n) => {
    const low = Math.log(Number(lowMinor));
    const drawn = Math.exp(low + next() * (Math.log(Number(highMinor)) - low));
    const stepped = (BigInt(Math.round(drawn)) / stepMinor) * stepMinor;
    return stepped < lowMinor ? lowMinor : stepped;
  };
  return { next, int, chance: (probability) => next() < probability, pick, shuffle, money };
};
