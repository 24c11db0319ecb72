/** What a code word means beside the fields that the question names: one reading, or it cannot be told. */
import type { FieldKey } from '../query/field-keys.ts';
import type { Item, ItemOf, Reading } from '../query/understand/items.ts';

/** The fields that the question names by themselves. */
export const namedFields = (items: readonly Item[]): FieldKey[] =>
  items.flatMap((item) =>
    item.type === 'field' || item.type === 'flag' || item.type === 'event' ? [item.field] : [],
  );

/**
 * A word that stands for codes of two fields ("key": tier, computed tier) means the first, unless the question
 * names another of them; then it may mean either. null = it cannot be told.
 */
export const readingOf = (
  { readings }: ItemOf<'code'>,
  named: readonly FieldKey[],
): Reading | null => {
  const usual = readings.find(({ needsField }) => !needsField);
  const beside = readings.filter(({ field }) => named.includes(field));
  if (beside.length === 0) return usual ?? null;
  const [only] = beside;
  return only && beside.length === 1 && (!usual || usual.field === only.field) ? only : null;
};
