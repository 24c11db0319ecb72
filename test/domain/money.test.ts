import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideHalfEven } from '../../src/domain/divide-half-even.ts';
import { currencyDigits, formatMinor, minorToNumber, parseMinor } from '../../src/domain/money.ts';

describe('reading money', () => {
  test.each([
    ['1234.50', 2, 123_450n],
    ['-0.01', 2, -1n],
    ['+7', 2, 700n],
    ['0.10000', 2, 10n],
    ['12', 0, 12n],
    ['1.234', 3, 1_234n],
    ['92233720368547758.07', 2, 9_223_372_036_854_775_807n],
  ])('%s with %i digits is %s', (text, digits, minor) => {
    expect(parseMinor(text, digits)).toBe(minor);
  });

  test.each(['', '1,234.50', '1e3', '.5', '5.', '0.001', '--1', '１２', 'NaN', ' 1'])(
    '%j is not a plain decimal of two digits',
    (text) => {
      expect(parseMinor(text, 2)).toBeNull();
    },
  );

  test('what is written is read back, for any amount and any number of digits', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 4 }), (minor, digits) => {
        expect(parseMinor(formatMinor(minor, digits), digits)).toBe(minor);
      }),
    );
  });

  test('a number of major units is exact within what a number can hold', () => {
    expect(minorToNumber(2_584_877_623_395n, 2)).toBe(25_848_776_233.95);
  });
});

test.each([
  ['CNY', 2],
  ['JPY', 0],
  ['KWD', 3],
])('%s has %i digits', (currency, digits) => {
  expect(currencyDigits(currency)).toBe(digits);
});

describe('rounding half to even', () => {
  test.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [5n, -2n, -2n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
  ])('%s / %s is %s', (numerator, denominator, quotient) => {
    expect(divideHalfEven(numerator, denominator)).toBe(quotient);
  });

  test('never lies further than a half from the exact quotient, and mirrors the sign', () => {
    const nonZero = fc.bigInt().filter((n) => n !== 0n);
    fc.assert(
      fc.property(fc.bigInt(), nonZero, (n, d) => {
        const rest = divideHalfEven(n, d) * d - n;
        const twice = 2n * (rest < 0n ? -rest : rest);
        expect(twice <= (d < 0n ? -d : d)).toBe(true);
        expect(divideHalfEven(-n, d)).toBe(-divideHalfEven(n, d));
      }),
    );
  });

  test('dividing by zero is a bug, not a number', () => {
    expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError);
  });
});
