/** Decides how well scores rank: the chance that a client who left scores above one who stayed, ties counting half. */

/** `events[i]` is 1 where client i left. Mann–Whitney U over both counts; null without both kinds. */
export const auc = (scores: ArrayLike<number>, events: ArrayLike<number>): number | null => {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  );
  let [rankSum, left, at] = [0, 0, 0];
  while (at < order.length) {
    let end = at + 1;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[at] ?? 0]) end += 1;
    const meanRank = (at + 1 + end) / 2;
    for (const i of order.slice(at, end)) {
      if (events[i] !== 1) continue;
      rankSum += meanRank;
      left += 1;
    }
    at = end;
  }
  const stayed = order.length - left;
  return left === 0 || stayed === 0 ? null : (rankSum - (left * (left + 1)) / 2) / (left * stayed);
};
