import { describe, expect, test } from 'vitest';
import { matchNames } from '../../../src/query/names/match-names.ts';
import { isOneEdit } from '../../../src/query/names/spelling.ts';
import { titledName } from '../../../src/query/names/title.ts';

const NAMES = [
  '张伟',
  '张维',
  '陳大文',
  '王丽丽',
  '深圳市华盛贸易有限公司',
  'David Chen',
  'Chen Wei',
  '欧阳震华',
  '单雄信',
  'Sarah Chan',
  '吕布',
];
const BOOK = NAMES.map((name) => ({ clientId: name, name }));

const match = (typed: string) => {
  const matched = matchNames(typed, BOOK);
  return matched && [matched.how, ...matched.found.map(({ name }) => name)];
};

describe('a typed name', () => {
  test.each([
    ['张伟', ['named', '张伟']],
    ['張偉', ['named', '张伟']],
    ['陈大文', ['named', '陳大文']],
    ['Zhang Wei', ['named', '张伟', '张维']],
    ['wei zhang', ['named', '张伟', '张维']],
    ['WANG Lili', ['named', '王丽丽']],
    ['shan xiongxin', ['named', '单雄信']],
    ['Lyu Bu', ['named', '吕布']],
    ['华盛贸易', ['named', '深圳市华盛贸易有限公司']],
    ['chen', ['named', 'David Chen', 'Chen Wei']],
  ])('%s means %j', (typed, expected) => expect(match(typed)).toEqual(expected));

  test.each([
    ['Mr Chen', ['named', '陳大文', 'David Chen', 'Chen Wei']],
    ['张总', ['named', '张伟', '张维']],
    ['王女士', ['named', '王丽丽']],
    ['王丽丽女士', ['named', '王丽丽']],
    ['欧阳先生', ['named', '欧阳震华']],
    ['Ms. Chan', ['named', 'Sarah Chan']],
  ])('%s is a surname with a title', (typed, expected) => expect(match(typed)).toEqual(expected));

  test.each([
    ['Sara Chan', ['near', 'Sarah Chan']],
    ['章伟', ['near', '张伟', '张维']],
    ['王丽莉', ['near', '王丽丽']],
  ])('%s is one slip away and only offered', (typed, expected) =>
    expect(match(typed)).toEqual(expected),
  );

  test.each([['Zuckerberg'], ['欧阳修'], ['王伟'], ['Mr'], [''], ['%'], ['李总']])(
    '%j is nobody',
    (typed) => expect(match(typed)).toBeNull(),
  );
});

test.each([
  ['abc', 'abd', true],
  ['abc', 'ab', true],
  ['abc', 'acb', true],
  ['abc', 'abc', false],
  ['abc', 'ade', false],
  ['abc', 'abcde', false],
  ['', 'a', true],
])('%s and %s are one edit apart: %s', (a, b, expected) => {
  expect(isOneEdit(a, b)).toBe(expected);
  expect(isOneEdit(b, a)).toBe(expected);
});

test.each([
  ['张总的存款', '张总'],
  ['帮我看看李总', '李总'],
  ['最高总资产', null],
  ['流失风险高总资产多少', null],
  ['周总资产', null],
  ['客户王董的概况', '王董'],
])('%s names %s', (text, name) => expect(titledName(text)?.name ?? null).toBe(name));
