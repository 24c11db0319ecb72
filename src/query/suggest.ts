/** The nearest things that can be asked, when words were not understood. */
import type { Locale } from '../domain/actor.ts';
import { askableWords } from './understand/lexicon.ts';

const SUGGESTIONS_MAX = 3;
const WORD_LENGTH_MAX = 40;

const EXAMPLES: Record<Locale, readonly string[]> = {
  en: [
    'Who are my dormant high-value clients?',
    'Top ten clients by AUM',
    'How many clients in each tier?',
  ],
  'zh-CN': ['沉睡的高价值客户有哪些？', '资产最高的十个客户', '各等级客户数量'],
};

/** Edits that turn one word into the other; more than `max` counts as too many. */
const distance = (a: string, b: string, max: number): number => {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
};

const nearest = (word: string, candidates: readonly string[]): string | null => {
  if (word.length > WORD_LENGTH_MAX) return null;
  const max = word.length >= 6 ? 2 : 1;
  const scored = candidates
    .map((candidate) => ({ candidate, edits: distance(word, candidate, max) }))
    .filter(({ candidate, edits }) => edits <= max && edits < candidate.length);
  scored.sort((a, b) => a.edits - b.edits);
  return scored[0]?.candidate ?? null;
};

/** At most three: words near the ones not understood first, else questions that can be asked. */
export const suggest = (words: readonly string[], locale: Locale): string[] => {
  const all = askableWords();
  const candidates = locale === 'zh-CN' ? all.zh : all.en;
  const near = words.flatMap((word) => nearest(word.toLowerCase(), candidates) ?? []);
  return [...new Set([...near, ...EXAMPLES[locale]])].slice(0, SUGGESTIONS_MAX);
};
