/** Decides how much better than chance the top of a ranking is. */

export type TopShare = {
  clients: number;
  /** Share of the top that left. */
  precision: number;
  /** That share over the share of all. */
  lift: number;
  /** Share of all that left who are in the top. */
  captured: number;
};

/** The `share` (0 to 1) with the highest scores; ties go to the earlier position, so that it is one set. */
export const topShare = (
  scores: ArrayLike<number>,
  events: ArrayLike<number>,
  share: number,
): TopShare => {
  const n = scores.length;
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  );
  const clients = Math.max(1, Math.round(n * share));
  const all = order.reduce((sum, i) => sum + (events[i] ?? 0), 0);
  const left = order.slice(0, clients).reduce((sum, i) => sum + (events[i] ?? 0), 0);
  const precision = left / clients;
  return { clients, precision, lift: precision / (all / n), captured: left / all };
};
