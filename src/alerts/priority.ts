/** Decides how urgent an alert is, by the signal and by the money behind it. */
import { currencyDigits, majorToMinor } from '../domain/money.ts';
import type { Priority, Severity } from './alert.ts';
import { LARGE_VALUE_MAJOR } from './alert-policy.ts';

/**
 * signal   large value at risk   smaller
 * red      1 today               2 this week
 * yellow   2 this week           3 two weeks
 * info     4 next cycle          4 next cycle
 */
export const priorityOf = (
  severity: Severity,
  valueAtRiskMinor: bigint,
  currency: string,
): Priority => {
  if (severity === 'info') return 4;
  const large = valueAtRiskMinor >= majorToMinor(LARGE_VALUE_MAJOR, currencyDigits(currency));
  if (severity === 'red') return large ? 1 : 2;
  return large ? 2 : 3;
};
