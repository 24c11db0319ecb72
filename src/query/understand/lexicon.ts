/** Every word that can be understood, as a tree of tokens; built once from the catalog and the word tables. */
import { CATALOG, type CatalogField } from '../catalog.ts';
import type { Meaning, Reading } from './items.ts';
import { holds } from './rules/holds.ts';
import { type Token, tokenise } from './tokens.ts';
import type { WordEntry } from './words/entry.ts';
import { everydayWords } from './words/everyday.ts';
import { everydayFacts } from './words/everyday-facts.ts';
import { intentWords, refusedWords } from './words/intent.ts';
import { currencyWords, noiseWords } from './words/noise.ts';
import { phraseWords } from './words/phrases.ts';
import { structureWords } from './words/structure.ts';
import { type NamedPeriod, namedPeriods, timeWords } from './words/time.ts';

/** A named period has no days before the business date is known. */
export type LexiconMeaning = Meaning | { type: 'namedPeriod'; name: NamedPeriod };

type Node = { next: Map<string, Node>; meaning: LexiconMeaning | null };
const newNode = (): Node => ({ next: new Map(), meaning: null });

const asWritten = (word: string): string => word.toLowerCase().replaceAll('-', ' ');

/** The word itself and, for an English noun, its plural. */
const forms = (word: string): string[] => {
  const text = word.length > 1 ? asWritten(word) : word;
  return /[a-rt-z]$/.test(text) ? [text, `${text}s`] : [text];
};

const isWord = (name: string): boolean => name !== '';

const codeReadings = (entry: CatalogField): { words: string[]; reading: Reading }[] => [
  ...entry.codes.map((code) => ({
    words: [entry.codeNames.en[code] ?? '', entry.codeNames.zh[code] ?? ''].filter(isWord),
    reading: { field: entry.key, codes: [code], needsField: entry.codesNeedField },
  })),
  ...entry.codeWords.map(({ codes, en, zh, alone }) => ({
    words: [...en, ...zh],
    reading: { field: entry.key, codes, needsField: entry.codesNeedField && !alone },
  })),
];

/** Field names beside a code whose words mean nothing alone: 高流失风险, "churn high". */
const besideField = (entry: CatalogField, words: readonly string[]): string[] => {
  const names = [entry.name.zh, ...entry.words.zh];
  return words
    .filter((word) => /\p{Script=Han}/u.test(word))
    .flatMap((word) => names.flatMap((name) => [`${word}${name}`, `${name}${word}`]));
};

const fieldEntries = (entry: CatalogField): WordEntry[] => {
  const names = [entry.name.en, entry.name.zh, ...entry.words.en, ...entry.words.zh];
  const meaning: Meaning =
    entry.type === 'flag'
      ? { type: 'flag', field: entry.key, readings: [] }
      : { type: 'field', field: entry.key };
  const events = [...entry.eventWords.en, ...entry.eventWords.zh];
  const denied = holds({ op: 'flag', field: entry.key, is: false });
  return [
    { meaning, words: names },
    { meaning: denied, words: [...entry.notWords.en, ...entry.notWords.zh] },
    ...(events.length > 0
      ? [{ meaning: { type: 'event', field: entry.key } as Meaning, words: events }]
      : []),
  ];
};

const insert = (root: Node, word: string, meaning: LexiconMeaning, replace: boolean): void => {
  let node = root;
  for (const token of tokenise(word)) {
    const next = node.next.get(token.text) ?? newNode();
    node.next.set(token.text, next);
    node = next;
  }
  if (replace || node.meaning === null) node.meaning = meaning;
};

const addReading = (root: Node, word: string, reading: Reading): void => {
  const found = find(root, tokenise(word), 0);
  const known = found && found.count === tokenise(word).length ? found.meaning : null;
  if (known?.type === 'flag')
    insert(root, word, { ...known, readings: [...known.readings, reading] }, true);
  if (known && known.type !== 'code') return;
  const readings = known?.type === 'code' ? [...known.readings, reading] : [reading];
  insert(root, word, { type: 'code', readings, joined: 'none' }, true);
};

export type Found = { meaning: LexiconMeaning; count: number };

const find = (root: Node, tokens: readonly Token[], at: number): Found | null => {
  let node: Node | undefined = root;
  let best: Found | null = null;
  for (let index = at; index < tokens.length; index += 1) {
    node = node.next.get(tokens[index]?.text ?? '');
    if (!node) break;
    if (node.meaning) best = { meaning: node.meaning, count: index - at + 1 };
  }
  return best;
};

const build = (): Node => {
  const root = newNode();
  const add = ({ meaning, words }: { meaning: LexiconMeaning; words: readonly string[] }) => {
    for (const word of words.flatMap(forms)) insert(root, word, meaning, false);
  };
  for (const entry of CATALOG) fieldEntries(entry).forEach(add);
  for (const entry of CATALOG)
    for (const { words, reading } of codeReadings(entry)) {
      for (const word of words.flatMap(forms)) addReading(root, word, reading);
      if (!entry.codesNeedField) continue;
      const named = { ...reading, needsField: false };
      for (const word of besideField(entry, words)) addReading(root, word, named);
    }
  for (const { name, words } of namedPeriods)
    add({ meaning: { type: 'namedPeriod', name }, words });
  for (const table of [
    phraseWords,
    timeWords,
    structureWords,
    intentWords,
    refusedWords,
    currencyWords,
    noiseWords,
    everydayFacts,
    everydayWords,
  ])
    table.forEach(add);
  return root;
};

const LEXICON = build();

/** The longest word of the lexicon that begins at token `at`. */
export const lookUp = (tokens: readonly Token[], at: number): Found | null =>
  find(LEXICON, tokens, at);

/** The words that begin a meaning a person may ask about, for "did you mean". */
export const askableWords = (): { en: string[]; zh: string[] } => ({
  en: CATALOG.flatMap((entry) => [entry.name.en.toLowerCase(), ...entry.words.en]),
  zh: CATALOG.flatMap((entry) => [entry.name.zh, ...entry.words.zh]),
});
