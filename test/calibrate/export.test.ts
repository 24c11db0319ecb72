import { describe, expect, test } from 'vitest';
import { clientFacts, type ExportTables } from '../../src/calibrate/client-facts.ts';
import { lastDayOf, matchFiles, parseQuarter } from '../../src/calibrate/quarter.ts';

describe('a quarter', () => {
  test.each([
    ['Q3', { number: 3, year: null }],
    ['2019Q4', { number: 4, year: 2019 }],
    ['2019-q1', { number: 1, year: 2019 }],
    ['Q5', null],
    ['2019', null],
  ])('written %s is %j', (text, expected) => {
    expect(parseQuarter(text)).toEqual(expected);
  });

  test.each([
    [1, '2020-03-31'],
    [2, '2020-06-30'],
    [4, '2020-12-31'],
  ] as const)('%d ends on %s', (number, last) => {
    expect(lastDayOf({ number, year: null }, 2020).toString()).toBe(last);
  });
});

describe('the files of a quarter', () => {
  const q4 = { number: 4, year: 2019 } as const;

  test('are found by its months, zipped or not, and in whichever case', () => {
    const paths = [
      'x/aum_Q4.csv',
      'x/behavior_Q4.csv.gz',
      'x/CUNKUAN_M12.CSV',
      'x/cunkuan_m11.csv',
      'x/cunkuan_m10.csv.gz',
      'x/y_Q4_3.csv',
      'x/aum_Q3.csv',
    ];
    expect(matchFiles(q4, paths)).toEqual({
      holdings: 'x/aum_Q4.csv',
      behaviour: 'x/behavior_Q4.csv.gz',
      month0: 'x/CUNKUAN_M12.CSV',
      month1: 'x/cunkuan_m11.csv',
      month2: 'x/cunkuan_m10.csv.gz',
      label: 'x/y_Q4_3.csv',
    });
  });

  test('may carry the name of the month, or savings of the quarter for its last month', () => {
    expect(matchFiles(q4, ['aum_m12.csv', 'behavior_m12.csv', 'savings_Q4.csv.gz'])).toEqual({
      holdings: 'aum_m12.csv',
      behaviour: 'behavior_m12.csv',
      month0: 'savings_Q4.csv.gz',
    });
  });

  test('of another quarter are left alone', () => {
    expect(matchFiles(q4, ['aum_Q3.csv', 'cunkuan_m9.csv', 'y_Q3_3.csv'])).toEqual({});
  });
});

describe('the facts of a client', () => {
  const tables: ExportTables = {
    holdings: new Map([
      [
        'K1',
        { X1: '100000', X2: '0.0', X3: '328.07', X4: '0', X5: '0.5', X6: '0', X7: '9', X8: '' },
      ],
    ]),
    behaviour: new Map([
      [
        'K1',
        {
          B1: '3',
          B2: '1',
          B3: '1539000.0',
          B4: '2',
          B5: '0.1',
          B6: '2019-09-19 10:45:00',
          B7: '7.0',
        },
      ],
    ]),
    month0: new Map([['K1', { C1: '100328.07', C2: '2' }]]),
    month1: new Map(),
    month2: null,
  };
  const on = Temporal.PlainDate.from('2019-09-30');

  test('are exact minor units, whole counts and days to the end of the quarter', () => {
    const facts = clientFacts('K1', tables, on);
    expect(facts.holdings).toEqual({
      termMinor: 10_000_000n,
      demandMinor: 32_807n,
      investmentsMinor: 50n,
      loansMinor: 900n,
      products: 3n,
    });
    expect(facts.behaviour).toMatchObject({
      transfersInMinor: 153_900_000n,
      transactions: 7n,
      idleDays: 11n,
    });
  });

  test('say no deposit for a client who is not in a monthly file, and nothing where the file is missing', () => {
    expect(clientFacts('K1', tables, on).monthEnds).toEqual([
      { depositsMinor: 10_032_807n, depositProducts: 2n },
      { depositsMinor: 0n, depositProducts: 0n },
      null,
    ]);
  });

  test('leave a last transaction that is not recorded unknown', () => {
    const behaviour = new Map([['K1', { B6: '', B7: '0' }]]);
    expect(clientFacts('K1', { ...tables, behaviour }, on).behaviour?.idleDays).toBeNull();
  });
});
