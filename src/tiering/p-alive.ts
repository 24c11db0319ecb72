/** Decides the chance that a client still has a living relationship (BG/NBD), as a second opinion and never an alert. */

/** Parameters of the BG/NBD model; `alpha` is in the unit of time of `Rhythm`. */
export type BgNbd = { r: number; alpha: number; a: number; b: number };

/** Repeat transaction-days, and, in one unit of time since the first, the last of them and now. */
export type Rhythm = { repeats: number; recency: number; age: number };

/**
 * P(alive) of Fader, Hardie and Lee (2005), 0 to 1; null = not assessable: without a repeat the formula
 * is exactly 1, which says nothing.
 */
export const pAlive = ({ repeats: x, recency, age }: Rhythm, model: BgNbd): number | null => {
  if (x === 0) return null;
  const { r, alpha, a, b } = model;
  const odds = (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x);
  return 1 / (1 + odds);
};
