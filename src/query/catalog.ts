/** Every fact that can be asked about, once: the lexicon, the plan check, the SQL and the headings derive from it. */
import { behaviourFields } from './catalog/behaviour.ts';
import type { CatalogField, FieldAbility } from './catalog/field.ts';
import { moneyFields } from './catalog/money.ts';
import { tierFields } from './catalog/tier.ts';
import { whoFields } from './catalog/who.ts';
import type { FieldKey } from './field-keys.ts';

export type { CatalogField, FieldAbility, FieldType } from './catalog/field.ts';

export const CATALOG: readonly CatalogField[] = [
  ...whoFields,
  ...tierFields,
  ...moneyFields,
  ...behaviourFields,
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
  ['money', 'count', 'days', 'points'].includes(fieldOf(key).type);
