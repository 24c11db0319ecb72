/** JSON with sorted keys and no spaces, so that equal values have equal text and therefore equal hashes. */
import { hash } from 'node:crypto';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const byKey = ([a]: [string, Json], [b]: [string, Json]): number => (a < b ? -1 : a > b ? 1 : 0);
  return Object.fromEntries(
    Object.entries(value)
      .sort(byKey)
      .map(([key, item]) => [key, sorted(item)]),
  );
};

export const canonicalJson = (value: Json): string => JSON.stringify(sorted(value));

/** Hexadecimal SHA-256 of the UTF-8 text. */
export const sha256 = (text: string): string => hash('sha256', text);
