/** Decides when a line of progress is worth printing: not in the first two seconds, and then every two. */
const EVERY_MS = 2_000;

/** Passes on only what comes more than two seconds after the start, or after the line before. */
export const slowProgress = (
  print: (line: string) => void,
  elapsedMs: () => number = () => performance.now(),
): ((line: () => string) => void) => {
  let printedAt = elapsedMs();
  return (line) => {
    const at = elapsedMs();
    if (at - printedAt < EVERY_MS) return;
    printedAt = at;
    print(line());
  };
};
