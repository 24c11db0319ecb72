/** Decides where a function of a few variables is least, by the simplex of Nelder and Mead: the same start gives the same answer. */

export type Minimum = { at: number[]; value: number; evaluations: number };
export type SimplexOptions = {
  /** Edge of the first simplex. */
  step: number;
  /** It ends when the values at the corners differ by less, and starts again from the best corner. */
  tolerance: number;
  evaluationsMax: number;
};

type Corner = { at: number[]; value: number };

const along = (from: readonly number[], to: readonly number[], factor: number): number[] =>
  from.map((value, i) => value + factor * ((to[i] ?? 0) - value));

const centreOf = (corners: readonly Corner[], size: number): number[] =>
  Array.from(
    { length: size },
    (_, i) => corners.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / corners.length,
  );

const byValue = (a: Corner, b: Corner): number => a.value - b.value;

/** One move of the simplex; `corners` are sorted, best first. */
const moved = (corners: readonly Corner[], evaluate: (at: number[]) => Corner): Corner[] => {
  const worst = corners.at(-1) as Corner;
  const best = corners[0] as Corner;
  const kept = corners.slice(0, -1);
  const centre = centreOf(kept, worst.at.length);
  const reflected = evaluate(along(worst.at, centre, 2));
  if (reflected.value < best.value) {
    const expanded = evaluate(along(worst.at, centre, 3));
    return [...kept, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < (kept.at(-1) as Corner).value) return [...kept, reflected];
  const near = reflected.value < worst.value ? reflected : worst;
  const contracted = evaluate(along(near.at, centre, 0.5));
  if (contracted.value < near.value) return [...kept, contracted];
  return corners.map((corner, i) => (i === 0 ? corner : evaluate(along(corner.at, best.at, 0.5))));
};

/** Minimises `f` from `start`; it ends when a fresh simplex at the best corner finds nothing better. */
export const minimise = (
  f: (at: readonly number[]) => number,
  start: readonly number[],
  { step, tolerance, evaluationsMax }: SimplexOptions,
): Minimum => {
  let evaluations = 0;
  const evaluate = (at: number[]): Corner => {
    evaluations += 1;
    return { at, value: f(at) };
  };
  const descend = (from: readonly number[]): Corner => {
    let corners = [
      evaluate([...from]),
      ...from.map((_, i) => evaluate(from.map((value, j) => (i === j ? value + step : value)))),
    ].sort(byValue);
    const spread = () => (corners.at(-1) as Corner).value - (corners[0] as Corner).value;
    while (spread() > tolerance && evaluations < evaluationsMax)
      corners = moved(corners, evaluate).sort(byValue);
    return corners[0] as Corner;
  };
  let best = descend(start);
  for (;;) {
    const again = descend(best.at);
    const better = best.value - again.value;
    if (better > 0) best = again;
    if (better <= tolerance || evaluations >= evaluationsMax) break;
  }
  return { ...best, evaluations };
};
