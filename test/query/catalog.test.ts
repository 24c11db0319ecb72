import { describe, expect, test } from 'vitest';
import { CATALOG, type CatalogField } from '../../src/query/catalog.ts';
import { fieldsIn } from '../../src/query/query-plan.ts';
import { understand } from '../../src/query/understand.ts';
import { CONTEXT } from './context.ts';

type Claim = { word: string; by: string };

const words = ({ en, zh }: { en: readonly string[]; zh: readonly string[] }) => [...en, ...zh];
const namesOf = ({ name, words: more }: CatalogField) => [name.en, ...more.en, name.zh, ...more.zh];

/** A word and its English plural are one claim. */
const claimsOf = (entry: CatalogField): Claim[] => {
  const claim = (by: string) => (word: string) => ({
    word: word.toLowerCase().replaceAll('-', ' ').replace(/s$/, ''),
    by,
  });
  return [
    ...namesOf(entry).map(claim(entry.key)),
    ...words(entry.eventWords).map(claim(`${entry.key} happened`)),
    ...words(entry.notWords).map(claim(`not ${entry.key}`)),
  ];
};

test('no two entries claim the same word', () => {
  const byWord = Map.groupBy(CATALOG.flatMap(claimsOf), ({ word }) => word);
  const disputed = [...byWord].filter(([, claims]) => new Set(claims.map(({ by }) => by)).size > 1);
  expect(disputed).toEqual([]);
});

test('every code has a name in both languages, and a word stands for known codes', () => {
  for (const { key, codes, codeNames, codeWords, type } of CATALOG) {
    if (type === 'text') continue;
    expect(Object.keys(codeNames.en), key).toEqual(Object.keys(codeNames.zh));
    for (const code of [...codes, ...codeWords.flatMap((word) => word.codes)])
      expect([codeNames.en[code], codeNames.zh[code]], `${key} ${code}`).not.toContain(undefined);
  }
});

/** The facts that a question is understood to be about. */
const fieldsAsked = (question: string): string[] => {
  const understanding = understand(question, CONTEXT);
  const plans =
    understanding.status === 'plan'
      ? [understanding.plan]
      : understanding.status === 'clarify' && understanding.cause === 'totalOrEach'
        ? understanding.choices
        : [];
  return plans.flatMap(({ where, show }) => [...fieldsIn(where), ...show]);
};

const isPeriod = ({ takes }: CatalogField): boolean => takes === 'period';

const shownEn = (entry: CatalogField, word: string): string =>
  entry.type === 'flag'
    ? `clients: ${word}`
    : `dormant clients with their ${word}${isPeriod(entry) ? ' last month' : ''}`;
const shownZh = (entry: CatalogField, word: string): string =>
  entry.type === 'flag'
    ? `客户：${word}`
    : `沉睡客户及其${word}${isPeriod(entry) ? '，上个月' : ''}`;

const codedEn = (entry: CatalogField, word: string, alone: boolean): string =>
  alone
    ? `clients: ${word}`
    : `clients whose ${entry.name.en} is ${word}${isPeriod(entry) ? ' this month' : ''}`;
const codedZh = (entry: CatalogField, word: string, alone: boolean): string =>
  alone ? `${word}的客户` : `${isPeriod(entry) ? '本月' : ''}${entry.name.zh}为${word}的客户`;

const questionsOf = (entry: CatalogField): string[] => {
  const { name, codes, codeNames, codeWords, codesNeedField } = entry;
  const closing = entry.key === 'closedOn';
  return [
    ...[name.en, ...entry.words.en].map((word) => shownEn(entry, word)),
    ...[name.zh, ...entry.words.zh].map((word) => shownZh(entry, word)),
    ...entry.notWords.en.map((word) => `clients with ${word}`),
    ...entry.notWords.zh.map((word) => `${word}的客户`),
    ...entry.eventWords.en.map((word) =>
      closing ? `${word} clients` : `clients ${word} this month`,
    ),
    ...entry.eventWords.zh.map((word) => `本月${word}的客户`),
    ...codes.map((code) => codedEn(entry, codeNames.en[code] ?? '', false)),
    ...codes.map((code) => codedZh(entry, codeNames.zh[code] ?? '', false)),
    ...codeWords.flatMap(({ en, zh, alone = !codesNeedField }) => [
      ...en.map((word) => codedEn(entry, word, alone)),
      ...zh.map((word) => codedZh(entry, word, alone)),
    ]),
  ];
};

describe('each entry is understood by every word that it has, in both languages', () => {
  test.each(CATALOG.map((entry) => ({ key: entry.key, entry })))('$key', ({ key, entry }) => {
    const lost = questionsOf(entry).filter((question) => !fieldsAsked(question).includes(key));
    expect(lost).toEqual([]);
  });
});
