import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Column } from '../../src/assistant/answer.ts';
import { workbookOf } from '../../src/slack/workbook.ts';
import { emptyAnswer } from './empty-answer.ts';
import { dayOfNumber, type ReadCell, readWorkbook, valuesOf } from './read-workbook.ts';
import { NASTY } from './views/nasty.ts';

const column = (key: string, kind: Column['kind']): Column => ({
  ...{ key, kind, heading: `The ${key}`, whenNull: '–' },
  labels: key === 'tier' ? { key: 'Key' } : null,
});
const COLUMNS = [
  column('clientId', 'id'),
  column('name', 'text'),
  column('tier', 'code'),
  column('aum', 'money'),
  column('idleDays', 'days'),
  column('share', 'percent'),
  column('onboardedOn', 'date'),
];
const ANNA = {
  ...{ clientId: '00012', name: 'Anna', tier: 'key', aum: 1_234.5, idleDays: 0, share: 43.2 },
  onboardedOn: '2024-02-29',
};
const answer: Answer = { ...emptyAnswer, columns: COLUMNS, rows: [ANNA], total: 1 };
const open = async (of: Answer) => readWorkbook(await workbookOf(of));
const first = async (of: Answer): Promise<ReadCell[][]> => (await open(of))[0]?.rows ?? [];

test('amounts, counts and percentages are numbers with their format, and a date is a day', async () => {
  const [headings = [], cells = []] = await first(answer);
  expect(headings.map(({ value }) => value)).toEqual(COLUMNS.map(({ heading }) => heading));
  expect(cells.map(({ value, format }) => [value, format])).toEqual([
    ['00012', '@'],
    ['Anna', '@'],
    ['Key', '@'],
    [1_234.5, '#,##0.00'],
    [0, 'General'],
    [43.2, '0.0"%"'],
    [45_351, 'yyyy-mm-dd'],
  ]);
  expect(dayOfNumber(45_351)).toBe('2024-02-29');
});

test.each([
  ['JPY', '#,##0'],
  ['CNY', '#,##0.00'],
  ['KWD', '#,##0.000'],
])('%s is written as %s', async (currency, format) => {
  const [, cells = []] = await first({ ...answer, currency });
  expect(cells[3]?.format).toBe(format);
});

test('what is not known is an empty cell, neither 0 nor a dash', async () => {
  const rows = [{ ...ANNA, aum: null, onboardedOn: null }];
  const [, cells = []] = await first({ ...answer, rows });
  expect([cells[3]?.value ?? null, cells[6]?.value ?? null]).toEqual([null, null]);
  expect(cells[4]?.value).toBe(0);
});

test('a day before 1900, which no spreadsheet can count, stays as it is written', async () => {
  const [, cells = []] = await first({ ...answer, rows: [{ ...ANNA, onboardedOn: '1899-12-31' }] });
  expect(cells[6]?.value).toBe('1899-12-31');
});

test('the heading stays in sight, and columns are as wide as what is in them, Chinese twice', async () => {
  const rows = [{ ...ANNA, name: '张'.repeat(12) }];
  const [sheet] = await open({ ...answer, rows });
  expect(sheet?.frozen).toBe(true);
  expect(sheet?.widths[1]).toBe(26);
  expect(sheet?.widths.every((width) => width >= 10 && width <= 48)).toBe(true);
});

test('a sheet of its own says how the question was read, of which day, by which rules and for whom', async () => {
  const sheets = await open({
    ...answer,
    ...{ interpretation: 'Clients of tier Key', scope: 'your 142 clients', rules: ['Key: …'] },
    ...{ receiptId: '4f1c', total: 1 },
  });
  expect(sheets.map(({ name }) => name)).toEqual(['Clients', 'Reading']);
  expect(sheets[1] && valuesOf(sheets[1])).toEqual([
    ['Read as', 'Clients of tier Key'],
    ['Data as of', 46_346],
    ['Policy version', 'test'],
    ['Receipt', '4f1c'],
    ['Scope', 'your 142 clients'],
    ['Currency', 'CNY'],
    ['Rows', '1, all that match'],
    ['Definition', 'Key: …'],
  ]);
});

test('that some of what matches is not in the file is said in it, in the language of the answer', async () => {
  const [, reading] = await open({ ...answer, language: 'zh-CN', total: 2_400 });
  expect(reading?.name).toBe('查询说明');
  expect(JSON.stringify(reading && valuesOf(reading))).toContain(
    '共 2400 行符合条件，本文件含 1 行',
  );
});

test('groups are a sheet of groups, and clients in the asker’s care a sheet of their own', async () => {
  const groups = [{ key: null, name: '', count: 3, aum: 12.25 }];
  const [grouped] = await open({ ...answer, rows: [], groups });
  expect(grouped && [grouped.name, ...valuesOf(grouped)]).toEqual([
    'Groups',
    ['Group', 'Clients', 'The aum'],
    ['none', 3, 12.25],
  ]);
  const cared = await open({ ...answer, coverRows: [{ ...ANNA, name: 'Bea' }] });
  expect(cared.map(({ name }) => name)).toEqual(['Clients', 'Standing in', 'Reading']);
  expect(cared[1]?.rows[1]?.[1]?.value).toBe('Bea');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|/C calc!A0', '＝1', '\u200e=1', '\u0007=1'])(
  '%j stays text that nothing computes, even when it is edited or saved as CSV',
  async (name) => {
    const [, cells = []] = await first({ ...answer, rows: [{ ...ANNA, name }] });
    expect(cells[1]).toMatchObject({ format: '@', formula: false });
    expect(String(cells[1]?.value)).toMatch(/^'/);
  },
);

test.each(NASTY)(
  'a file with a client called %s opens, and holds the name',
  async (_what, name) => {
    const [, cells = []] = await first({ ...answer, rows: [{ ...ANNA, name }] });
    const told = [...name.toWellFormed()].filter((each) => /[\p{L}\p{N}<>&]/u.test(each)).join('');
    const kept = [...String(cells[1]?.value ?? '')].filter((each) => /[\p{L}\p{N}<>&]/u.test(each));
    expect(kept.join('')).toBe(told);
  },
);

test('whatever a name is, the file opens and its cell is text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (name) => {
      const [, cells = []] = await first({ ...answer, rows: [{ ...ANNA, name }] });
      expect(cells[3]?.value).toBe(ANNA.aum);
      expect(cells[1]?.formula ?? false).toBe(false);
    }),
    { numRuns: 50 },
  );
}, 60_000);
