import { expect, test } from 'vitest';
import { readDigits } from '../../src/query/understand/numbers-digits.ts';
import { readWords } from '../../src/query/understand/numbers-words.ts';
import { tokenise } from '../../src/query/understand/tokens.ts';
import { planOf } from './context.ts';

test.each([
  ['50万', 500_000],
  ['五十万', 500_000],
  ['500k', 500_000],
  ['500,000', 500_000],
  ['500 thousand', 500_000],
  ['1.5m', 1_500_000],
  ['2 million', 2_000_000],
  ['2mn', 2_000_000],
  ['1.2bn', 1_200_000_000],
  ['一亿二千万', 120_000_000],
  ['1亿2千万', 120_000_000],
  ['3千5百万', 35_000_000],
  ['三千五百万', 35_000_000],
  ['两百万', 2_000_000],
  ['1.5亿', 150_000_000],
  ['50w', 500_000],
  ['300w', 3_000_000],
  ['一万二千', 12_000],
  ['一百零五', 105],
  ['十五', 15],
  ['二十', 20],
])('%s is %d', (text, value) => {
  expect(readDigits(text, 0)).toMatchObject({ value, to: text.length });
});

test.each(['1万2', '二三', '万', '一千一千', '十万千', '五万三'])('%s is no number', (text) => {
  expect(readDigits(text, 0)).toBeNull();
});

test.each([
  ['half a million', 500_000],
  ['a million', 1_000_000],
  ['one and a half million', 1_500_000],
  ['two hundred and fifty thousand', 250_000],
  ['one million two hundred thousand', 1_200_000],
  ['twenty-five', 25],
  ['ten', 10],
])('%s is %d', (text, value) => {
  const tokens = tokenise(text);
  expect(readWords(tokens, 0)).toMatchObject({ value, count: tokens.length });
});

test('all ways of writing half a million ask the same', () => {
  const plan = planOf('clients with AUM of 500,000 or more');
  for (const amount of [
    '500k',
    '50万',
    '五十万',
    '50w',
    'half a million',
    '５００ｋ',
    '¥500,000',
    '500k CNY',
  ])
    expect(planOf(`clients with AUM of at least ${amount}`), amount).toEqual(plan);
  for (const amount of ['50万', '五十万', '50w', '500,000元', '50万元', '５０万', '50 万'])
    expect(planOf(`资产${amount}以上的客户`), amount).toEqual(plan);
});

test('a range includes both its ends', () => {
  const plan = planOf('clients with AUM between 500k and 1m');
  expect(plan).toMatchObject({ where: [{ op: 'between', from: 500_000, to: 1_000_000 }] });
  for (const question of [
    '资产50万到100万的客户',
    '资产在50万至100万之间的客户',
    '50万~100万',
    'AUM 500k to 1m',
  ])
    expect(planOf(question), question).toEqual(plan);
});
