/** The shape of a catalog entry: all that the program knows about one fact of a client. */
import type { FieldKey } from '../field-keys.ts';

/**
 * - code: one of a closed list; codes: several of them; flag: yes or no; text, id: free
 * - money: reporting-currency units; count, days, points: whole numbers; date: a day
 */
export type FieldType =
  | 'id'
  | 'text'
  | 'code'
  | 'codes'
  | 'flag'
  | 'money'
  | 'count'
  | 'days'
  | 'points'
  | 'date';

/** Words as people write them, lower case, simplified Chinese; hyphens and English plurals come by themselves. */
export type Words = { en: readonly string[]; zh: readonly string[] };

/** A word for one code or for several ("high-value" = three tiers). */
export type CodeWords = Words & { codes: readonly string[] };

export type CatalogField = {
  key: FieldKey;
  type: FieldType;
  /** What a column of it is called, and the first of its words. */
  name: { en: string; zh: string };
  words: Words;
  /** The closed list of a code field, in the order in which groups are listed. */
  codes: readonly string[];
  codeNames: { en: Record<string, string>; zh: Record<string, string> };
  codeWords: readonly CodeWords[];
  /** The codes are words only beside the field's name ("high" is a churn band in "high churn risk"). */
  codesNeedField: boolean;
  /** What may be done with it besides being shown. */
  can: readonly FieldAbility[];
  /** What an empty value means. */
  whenNull: 'never' | 'unknown' | 'none';
  /** Words for the event whose last day this is: "contacted", 联系. */
  eventWords: Words;
  /** For an amount of products: the product lines whose holding the same word also means. */
  heldLines: readonly string[];
};

export type FieldAbility = 'filter' | 'sort' | 'group' | 'measure';

type Entry = Pick<CatalogField, 'key' | 'type' | 'name'> & Partial<CatalogField>;

const none: Words = { en: [], zh: [] };

/** An entry with what goes without saying filled in. */
export const field = (entry: Entry): CatalogField => ({
  words: none,
  codes: [],
  codeNames: { en: {}, zh: {} },
  codeWords: [],
  codesNeedField: false,
  can: [],
  whenNull: 'unknown',
  eventWords: none,
  heldLines: [],
  ...entry,
});
