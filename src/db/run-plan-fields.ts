/** Where each fact of the catalog is found, as SQL over a client, its state and its primary manager. */
import type { FieldKey } from '../query/field-keys.ts';
import { balanceFields } from './fields/balances.ts';
import { changeFields } from './fields/changes.ts';
import { decisionFields } from './fields/decisions.ts';
import { eventFields } from './fields/events.ts';
import { linkFields } from './fields/links.ts';
import { maturityFields } from './fields/maturities.ts';
import { recordFields } from './fields/record.ts';
import type { FieldAt, FieldSource, StoredField } from './fields/stored-field.ts';

export type { FieldAt, FieldSpan, FieldValue, StoredField } from './fields/stored-field.ts';

const SOURCES: Record<FieldKey, FieldSource> = {
  ...recordFields,
  ...decisionFields,
  ...balanceFields,
  ...changeFields,
  ...maturityFields,
  ...eventFields,
  ...linkFields,
};

/** A fact on the business date, as of an earlier day, or over a span of days. */
export const storedField = (key: FieldKey, at: FieldAt): StoredField => SOURCES[key](at);
