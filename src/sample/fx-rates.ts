/** Rates of the foreign currencies, a row a working day, wandering around their real neighbourhood. */
import type { Calendar } from './calendar.ts';
import type { Random } from './random.ts';

export type FxRate = { currency: string; day: number; rate: string };

const START_RATES = [
  { currency: 'USD', tenThousandths: 72_000 },
  { currency: 'HKD', tenThousandths: 9_200 },
] as const;
const STEP_PER_MILLE = 3;

const decimal = (tenThousandths: number): string => {
  const text = String(tenThousandths).padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}`;
};

/** CNY for one unit, from the first day of the history on; drawn back to the start by a tenth of the distance. */
export const planFxRates = (calendar: Calendar, random: Random): FxRate[] =>
  START_RATES.flatMap(({ currency, tenThousandths }) => {
    const found: FxRate[] = [];
    let current: number = tenThousandths;
    for (let day = calendar.start; day <= 0; day++) {
      if (day > calendar.start && calendar.workday(day) !== day) continue;
      found.push({ currency, day, rate: decimal(current) });
      const step = Math.floor((tenThousandths * STEP_PER_MILLE) / 1000);
      current += random.int(-step, step) + Math.round((tenThousandths - current) / 10);
    }
    return found;
  });
