/** Decides by when a client is to be contacted: the last two-way contact, or the onboarding, plus the cadence of the tier. */
import { compareDates } from '../domain/business-date.ts';
import type { Tier } from '../domain/client.ts';
import type { ClientFacts } from './facts.ts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';

/** `dueOn` null = no duty at this tier, or (then with a reason) no contact feed. A day before D is overdue. */
export type ContactDue = { dueOn: Temporal.PlainDate | null; reasons: Reason[] };

export const contactDueOf = (
  facts: ClientFacts,
  policy: Policy,
  on: Temporal.PlainDate,
  tier: Tier,
): ContactDue => {
  const cadenceDays = policy.cadenceDays.get(tier) ?? null;
  if (cadenceDays === null) return { dueOn: null, reasons: [] };
  const gapDays = facts.contactGapDays;
  if (gapDays === null || !facts.freshFeeds.has('contacts'))
    return { dueOn: null, reasons: [{ code: 'contact_not_assessed', values: { cadenceDays } }] };
  const dueOn = on.add({ days: cadenceDays - gapDays });
  const code = compareDates(dueOn, on) < 0 ? 'contact_overdue' : 'contact_due';
  const values = { tier, dueOn: dueOn.toString(), cadenceDays, gapDays };
  return { dueOn, reasons: [{ code, values }] };
};
