/** Reads the balance signal (R01) of the churn card, and decides whether the fall is material. */
import { currencyDigits, majorToMinor } from '../domain/money.ts';
import type { Reason } from '../tiering/reason.ts';
import type { BalanceFall } from './alert.ts';
import { OUTFLOW_MIN_MAJOR, OUTFLOW_MIN_PCT } from './alert-policy.ts';

const asMinor = (value: unknown): bigint | null =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : null;

/** The fall that the signal tells of; null where it did not fire. */
export const balanceFall = (reasons: readonly Reason[]): BalanceFall | null => {
  const values = reasons.find(({ code }) => code === 'R01')?.values;
  const from = asMinor(values?.previousMinor);
  const to = asMinor(values?.recentMinor);
  if (from === null || to === null || from <= 0n || to >= from) return null;
  const pct = Number(((from - to) * 100n) / from);
  return { fromMinor: from.toString(), toMinor: to.toString(), pct };
};

/** A large share and a large sum, both (rules.md, materiality). */
export const isMaterial = (fall: BalanceFall, currency: string): boolean => {
  const lost = BigInt(fall.fromMinor) - BigInt(fall.toMinor);
  const least = majorToMinor(OUTFLOW_MIN_MAJOR, currencyDigits(currency));
  return fall.pct >= OUTFLOW_MIN_PCT && lost >= least;
};
