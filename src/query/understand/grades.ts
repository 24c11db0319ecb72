/** A grade whose field was named once before is of that field: 流失风险低、现在变成中或高. */
import { fieldOf } from '../catalog.ts';
import type { FieldKey } from '../field-keys.ts';
import type { Item, ItemOf } from './items.ts';

const isGrade = (field: FieldKey): boolean =>
  fieldOf(field).codesNeedField && fieldOf(field).codes.includes('medium');

const gradesIn = (item: Item): FieldKey[] => {
  if (item.type === 'field') return isGrade(item.field) ? [item.field] : [];
  if (item.type !== 'code') return [];
  return item.readings.flatMap(({ field, needsField }) =>
    !needsField && isGrade(field) ? [field] : [],
  );
};

const isBare = (item: Item | undefined): item is ItemOf<'code'> =>
  item?.type === 'code' && item.readings.every(({ needsField }) => needsField);

const BECAME: readonly Item['type'][] = ['became', 'now', 'was'];

/** Only after "now" or "became", where another field would have been named. */
export const withSameGrade = (items: readonly Item[]): Item[] => {
  const fields = [...new Set(items.flatMap(gradesIn))];
  const [field] = fields;
  const at = items.findIndex(({ type }) => BECAME.includes(type));
  if (!field || fields.length > 1 || at < 0 || !items.slice(0, at).flatMap(gradesIn).length)
    return [...items];
  const told = items.filter(({ type }) => type !== 'noise');
  return items.map((item, index) => {
    const { start, end } = item;
    if (index < at) return item;
    if (item.type === 'became') return { type: 'noise', start, end };
    const next = told[told.indexOf(item) + 1];
    const after = told[told.indexOf(item) + 2];
    if (item.type === 'among' && next?.type === 'or' && isBare(after))
      return codeOf(field, ['medium'], item);
    if (!isBare(item)) return item;
    const reading = item.readings.find((one) => one.field === field);
    return reading ? codeOf(field, reading.codes, item) : item;
  });
};

const codeOf = (field: FieldKey, codes: readonly string[], { start, end }: Item): Item => ({
  type: 'code',
  readings: [{ field, codes, needsField: false }],
  joined: 'none',
  start,
  end,
});
