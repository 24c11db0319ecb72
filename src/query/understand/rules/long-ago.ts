/** How long ago a last day, or the first, lies. */
import type { BusinessDate } from '../../../domain/business-date.ts';
import { fieldOf } from '../../catalog.ts';
import type { FieldKey } from '../../field-keys.ts';
import { dayBefore } from '../calendar.ts';
import type { Item, Meaning } from '../items.ts';
import { within } from './holds.ts';

/** "Last contact more than 90 days ago": it happened, so that "never" is not meant. */
export const longAgo = (on: BusinessDate, field: FieldKey, when: Item): Meaning | null => {
  if (fieldOf(field).type !== 'date') return null;
  if (when.type !== 'lapse') return null;
  const day = dayBefore(on, when.n, when.unit);
  if (when.op === 'gt')
    return within(field, true, { from: null, to: day.subtract({ days: 1 }).toString() });
  if (when.op === 'gte') return within(field, true, { from: null, to: day.toString() });
  return null;
};

/** "Onboarded more than five years ago", 合作五年以上: by then they were here. */
export const clientsSince = (on: BusinessDate, field: FieldKey, when: Item): Meaning | null =>
  field === 'onboardedOn' ? longAgo(on, field, when) : null;
