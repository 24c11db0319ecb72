/** Says that a person put a tier in force, and the last day on which it counts. */
import type { Tier } from '../domain/client.ts';
import type { Reason } from './reason.ts';

/** `validTo`: the first day on which the override no longer counts. */
export const overrideReason = (
  { tier, validTo }: { tier: Tier; validTo: Temporal.PlainDate },
  decidedTier: Tier,
): Reason => ({
  code: 'override',
  values: { tier, decidedTier, until: validTo.subtract({ days: 1 }).toString() },
});
