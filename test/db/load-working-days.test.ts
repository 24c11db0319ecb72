import { expect, test } from 'vitest';
import { workingDaysOf } from '../../src/db/load-working-days.ts';

const workingDays = async (country: string | null, from: string, days: number) => {
  const isWorkingDay = await workingDaysOf(country);
  const start = Temporal.PlainDate.from(from);
  return Array.from({ length: days }, (_, index) => start.add({ days: index }))
    .filter(isWorkingDay)
    .map((date) => date.toString().slice(5));
};

test('without a calendar every weekday is a working day', async () => {
  expect(await workingDays(null, '2019-09-30', 7)).toEqual([
    '09-30',
    '10-01',
    '10-02',
    '10-03',
    '10-04',
  ]);
});

test("a country's public holidays are none", async () => {
  expect(await workingDays('CN', '2019-09-30', 7)).toEqual(['09-30', '10-04']);
});

test('a half-day holiday is a working day', async () => {
  expect(await workingDays('CN', '2019-03-08', 1)).toEqual(['03-08']);
});

test('a weekend is the one of the country', async () => {
  expect(await workingDays('SA', '2019-10-03', 4)).toEqual(['10-03', '10-06']);
});

test('an unknown country keeps weekdays', async () => {
  expect(await workingDays('Atlantis', '2019-10-04', 3)).toEqual(['10-04']);
});
