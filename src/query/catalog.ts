/** Every fact that can be asked about, once: the lexicon, the plan check, the SQL and the headings derive from it. */
import { behaviourFields } from './catalog/behaviour.ts';
import { changeFields } from './catalog/changes.ts';
import { contactFields } from './catalog/contacts.ts';
import { decisionFields } from './catalog/decisions.ts';
import type { CatalogField, FieldAbility } from './catalog/field.ts';
import { householdFields } from './catalog/household.ts';
import { lineFields } from './catalog/lines.ts';
import { linkFields } from './catalog/links.ts';
import { maturityFields } from './catalog/maturities.ts';
import { moneyFields } from './catalog/money.ts';
import { personFields } from './catalog/person.ts';
import { reachFields } from './catalog/reach.ts';
import { riskFields } from './catalog/risk.ts';
import { scoreFields } from './catalog/scores.ts';
import { serviceFields } from './catalog/service.ts';
import { tierFields } from './catalog/tier.ts';
import { whoFields } from './catalog/who.ts';
import { wishFields } from './catalog/wishes.ts';
import type { FieldKey } from './field-keys.ts';

export type { CatalogField, Feed, FieldAbility, FieldType } from './catalog/field.ts';
export { balanceOfLine } from './catalog/lines.ts';

export const CATALOG: readonly CatalogField[] = [
  ...whoFields,
  ...tierFields,
  ...moneyFields,
  ...behaviourFields,
  ...lineFields,
  ...changeFields,
  ...maturityFields,
  ...contactFields,
  ...serviceFields,
  ...reachFields,
  ...wishFields,
  ...riskFields,
  ...decisionFields,
  ...scoreFields,
  ...personFields,
  ...householdFields,
  ...linkFields,
];

const byKey = new Map<FieldKey, CatalogField>(CATALOG.map((entry) => [entry.key, entry]));

/** The entry of a key; every key has one (a test proves it). */
export const fieldOf = (key: FieldKey): CatalogField => {
  const entry = byKey.get(key);
  if (!entry) throw new Error(`The catalog has no entry for ${key}.`);
  return entry;
};

export const fieldCan = (key: FieldKey, ability: FieldAbility): boolean =>
  fieldOf(key).can.includes(ability);

/** True for what is compared with a number. */
export const isAmount = (key: FieldKey): boolean =>
  ['money', 'count', 'days', 'points', 'percent'].includes(fieldOf(key).type);
