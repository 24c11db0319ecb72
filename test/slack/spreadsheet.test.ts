import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../src/assistant/answer.ts';
import { csvOf, defused, sheetOf } from '../../src/slack/spreadsheet.ts';
import { emptyAnswer } from './empty-answer.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '＋1', '－1', '＠x'])(
  '%j is no formula any more',
  (text) => expect(defused(text)).toBe(`'${text}`),
);

test.each([
  ['\r=1', "' =1"],
  ['\u200e=1', "'=1"],
  ['\u0007=1', "' =1"],
])('%j hides no formula', (text, shown) => expect(defused(text)).toBe(shown));

test.each(['王芳', "O'Brien", 'a=b', '', '1-2'])('%j stays as it is', (text) =>
  expect(defused(text)).toBe(text),
);

const column = (key: string, kind: Column['kind']): Column => ({
  ...{ key, kind, heading: key, whenNull: '–' },
  labels: key === 'tier' ? { key: 'Key' } : null,
});

test('numbers stay numbers, codes are named, and what is not known is empty', () => {
  const answer = {
    ...emptyAnswer,
    columns: [column('clientId', 'id'), column('tier', 'code'), column('aum', 'money')],
    rows: [
      { clientId: 'C1', tier: 'key', aum: -12.5 },
      { clientId: 'C2', tier: null, aum: null },
    ],
  };
  expect(csvOf(sheetOf(answer))).toBe('\ufeffclientId,tier,aum\r\nC1,Key,-12.5\r\nC2,,\r\n');
});

test('whatever a name is, no cell of a file begins a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const answer = {
        ...emptyAnswer,
        columns: [column('name', 'text')],
        rows: [{ clientId: 'C1', name }],
      };
      const [[cell = ''] = []] = sheetOf(answer).rows;
      expect(String(cell)).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    }),
  );
});
