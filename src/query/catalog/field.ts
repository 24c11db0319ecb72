/** The shape of a catalog entry: all that the program knows about one fact of a client. */
import type { FieldKey } from '../field-keys.ts';

/**
 * - code: one of a closed list; codes: several of them; flag: yes or no; text, id: free
 * - money: reporting-currency units; count, days, points: whole numbers; percent: 43.2 for 43.2 %; date: a day
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
  | 'percent'
  | 'date';

/** Words as people write them, lower case, simplified Chinese; hyphens and English plurals come by themselves. */
export type Words = { en: readonly string[]; zh: readonly string[] };

/** A word for one code or for several ("high-value" = three tiers). */
export type CodeWords = Words & {
  codes: readonly string[];
  /** The words name the field too, so that they mean the code without it. */
  alone?: boolean;
};

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
  /** For a flag: phrases that deny it ("no email"), where the word alone would be refused or mean something else. */
  notWords: Words;
  /** Words for the event whose last day this is: "contacted", 联系. */
  eventWords: Words;
  /** For an amount of products: the product lines whose holding the same word also means. */
  heldLines: readonly string[];
  /** day: it has a history and may be asked as of a day; period: it means nothing without a span of days. */
  takes: 'nothing' | 'day' | 'period';
  /** A day that lies ahead (due, maturing): "within 30 days" are the next 30. */
  ahead: boolean;
  /** Its changes may be asked for: promoted, demoted. */
  moves: boolean;
  /** The best grade of a scale that begins at 1; "RFM recency 5" then is a grade, not five clients. */
  scale: number | null;
  /** The tables of the bundle that tell it, one of which must have been delivered; empty = always known. */
  feeds: readonly Feed[];
};

/** Tables of the bundle that a bank may not have. */
export type Feed =
  | 'accounts'
  | 'balances'
  | 'transactions'
  | 'activity'
  | 'contacts'
  | 'complaints'
  | 'surveys'
  | 'logins'
  | 'relations';

export type FieldAbility = 'filter' | 'sort' | 'group' | 'measure';

type Entry = Pick<CatalogField, 'key' | 'type' | 'name'> & Partial<CatalogField>;

/** 中 alone is a preposition; beside the name of a grade it is one. */
export const mediumOf = (names: readonly string[]): string[] =>
  names.flatMap((name) =>
    ['为中', '是中', '为中等', '是中等', '为中级', '是中级'].map((grade) => `${name}${grade}`),
  );

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
  notWords: none,
  eventWords: none,
  heldLines: [],
  takes: 'nothing',
  ahead: false,
  moves: false,
  scale: null,
  feeds: [],
  ...entry,
});
