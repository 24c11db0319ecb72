import type { Locale } from '../domain/actor.ts';
import type { Reason } from '../tiering/reason.ts';

export const explainReason = (reason: Reason, _locale: Locale, _currency: string): string =>
  reason.code;
