/**
 * Whether a reply holds words that neither the program nor the asker said: they would be shown in the reading. A
 * client's name is one of them, so that no reply can find out by guessing whom a placeholder stands for.
 */
import { CATALOG } from '../query/catalog.ts';
import { SCHEMA_WORDS } from './wire-schema.ts';

const CODES: ReadonlySet<string> = new Set(CATALOG.flatMap(({ codes }) => codes));
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** `NUMBER_1`, `<CLIENT_2>`, `PERIOD_1.start`: the name of a literal, with the edge of a span of days. */
export const REFERENCE = /^<?([A-Z]+_\d+)>?(?:\.(start|end))?$/;

const stringsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
};

/** `text` is what left of the question. */
export const hasForeignWords = (reply: object, text: string): boolean =>
  stringsOf(reply).some(
    (word) =>
      !SCHEMA_WORDS.has(word) &&
      !CODES.has(word) &&
      !DATE.test(word) &&
      !REFERENCE.test(word) &&
      !text.includes(word.toLowerCase()),
  );
