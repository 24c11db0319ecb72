import { expect, test } from 'vitest';
import type { Column } from '../../../src/assistant/answer.ts';
import { answerView } from '../../../src/slack/views/answer.ts';
import { clip, escapeMarkup } from '../../../src/slack/views/blocks.ts';
import { bandOf, maskName } from '../../../src/slack/views/mask.ts';
import { emptyAnswer } from '../empty-answer.ts';

test.each([
  ['王丽丽', '王**'],
  ['王芳', '王**'],
  ['Anna Smith', 'A***'],
  ['  bob', 'b***'],
  ['😀 Ltd', '😀***'],
])('%s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));

test.each([
  [-1, '< 0', '< 0'],
  [0, '0–10K', '0–1万'],
  [9_999.99, '0–10K', '0–1万'],
  [10_000, '10K–50K', '1万–5万'],
  [299_999, '50K–300K', '5万–30万'],
  [300_000, '300K–1M', '30万–100万'],
  [200_000_000, '≥ 200M', '≥ 2亿'],
])('%d lies in the band %s', (amount, en, zh) => {
  expect(bandOf(amount, 'en')).toBe(en);
  expect(bandOf(amount, 'zh-CN')).toBe(zh);
});

const column = (key: string, kind: Column['kind']): Column => ({
  key,
  kind,
  heading: key,
  labels: null,
  whenNull: '–',
});
const answer = {
  ...emptyAnswer,
  total: 1,
  columns: [column('clientId', 'id'), column('name', 'text'), column('aum', 'money')],
  rows: [{ clientId: 'C-77', name: '王丽丽', aum: 1_234_567.89 }],
};

test.each([true, false])(
  'in a channel neither name, id nor amount is shown (tables: %s)',
  (tables) => {
    const shown = JSON.stringify(answerView(answer, { masked: true, tables }));
    for (const secret of ['王丽丽', 'C-77', '1234567', '1,234,567'])
      expect(shown).not.toContain(secret);
    expect(shown).toContain('王**');
    expect(shown).toContain('1M–50M');
  },
);

test('in direct messages all of it is', () => {
  const shown = JSON.stringify(answerView(answer, { masked: false, tables: true }));
  for (const fact of ['王丽丽', 'C-77', '1,234,567.89']) expect(shown).toContain(fact);
});

test('text is clipped by code points, and only markup signs are escaped', () => {
  expect(clip('👍👍👍', 2)).toBe('👍…');
  expect(escapeMarkup('<!channel> & 王')).toBe('&lt;!channel&gt; &amp; 王');
});
