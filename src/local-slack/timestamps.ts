/** Slack timestamps: seconds, a dot, six digits; each one later than every one before. */
export const allocateTs = (newest: string): (() => string) => {
  let lastMicros = newest === '' ? 0n : BigInt(newest.replace('.', ''));
  return () => {
    const now = BigInt(Date.now()) * 1000n;
    lastMicros = now > lastMicros ? now : lastMicros + 1n;
    return `${lastMicros / 1_000_000n}.${String(lastMicros % 1_000_000n).padStart(6, '0')}`;
  };
};

export const secondsNow = (): number => Math.floor(Date.now() / 1000);
export const maxTs = (a: string, b: string): string => {
  if (a > b) return a;
  return b;
};
