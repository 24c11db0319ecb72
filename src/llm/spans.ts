/** Where a question names clients or holds addresses and long numbers: places whose words never leave. */
import { normalise } from '../query/understand.ts';

/** Offsets in the normalised text, [start, end). */
export type Span = { start: number; end: number; kind: 'client' | 'removed' };

const EMAIL = /[^\s<>,;，。；、]+@[^\s<>,;，。；、]+/g;
/** Phones, cards and identity numbers: eleven digits or more, however they are spaced. */
const LONG_NUMBER = /\+?\d(?:[\d .()-]*\d)?x?/g;
const LONG_NUMBER_DIGITS_MIN = 11;

const digitsOf = (text: string): number => text.replace(/\D/g, '').length;

const removed = (text: string): Span[] => {
  const numbers = [...text.matchAll(LONG_NUMBER)].filter(
    ([found]) => digitsOf(found) >= LONG_NUMBER_DIGITS_MIN,
  );
  return [...text.matchAll(EMAIL), ...numbers].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    kind: 'removed',
  }));
};

const isLetter = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{Script=Latin}\d]/u.test(sign);

/** Latin names end where words end; Chinese ones anywhere. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !(isLetter(text[start - 1]) && isLetter(text[start])) &&
  !(isLetter(text[end - 1]) && isLetter(text[end]));

const occurrences = (text: string, name: string): Span[] => {
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const possessive = text.startsWith("'s", end) ? 2 : 0;
    if (isWhole(text, at, end)) spans.push({ start: at, end: end + possessive, kind: 'client' });
  }
  return spans;
};

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The places in order, none overlapping; of two that would, the longer stays. */
export const protectedSpans = (text: string, names: readonly string[]): Span[] => {
  const found = names.flatMap((name) => {
    const known = normalise(name)?.text ?? '';
    return known === '' ? [] : occurrences(text, known);
  });
  const longest = [...removed(text), ...found].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Span[] = [];
  for (const span of longest) if (!kept.some((other) => overlap(other, span))) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
};
