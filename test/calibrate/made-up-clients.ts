import type { LabelledClient } from '../../src/calibrate/sample.ts';

/** The generator of Numerical Recipes: the same clients on every run. */
const lcg = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const minor = (amount: number): bigint => BigInt(Math.round(amount * 100));

/** Clients of whom the poor ones with falling deposits leave most, and the long idle ones least. */
export const madeUpClients = (count: number, seed = 7): LabelledClient[] => {
  const next = lcg(seed);
  return Array.from({ length: count }, (_, i) => {
    const aum = 10 ** (1 + 5 * next());
    const peak = aum * (1 + 3 * next() * next());
    const idle = next() < 0.1 ? null : Math.floor(200 * next() ** 2);
    const term = next() < 0.5 ? 0 : aum * 0.7;
    const demand = (aum - term) * next();
    const logOdds = 2 - 0.8 * Math.log10(aum) + 2 * (1 - aum / peak) - (idle === null ? 2 : 0);
    return {
      clientId: `K${String(i).padStart(5, '0')}`,
      left: next() < 1 / (1 + Math.exp(-logOdds)),
      facts: {
        holdings: {
          termMinor: minor(term),
          demandMinor: minor(demand),
          investmentsMinor: minor(aum - term - demand),
          loansMinor: minor(next() < 0.9 ? 0 : 1e5),
          products: BigInt(1 + Math.floor(3 * next())),
        },
        behaviour: {
          logins: BigInt(Math.floor(20 * next())),
          transfersIn: 1n,
          transfersInMinor: minor(aum * next()),
          transfersOut: 1n,
          transfersOutMinor: minor(aum * next()),
          transactions: BigInt(Math.floor(30 * next())),
          idleDays: idle === null ? null : BigInt(idle),
        },
        monthEnds: [aum, peak, aum * next()].map((level) => ({
          depositsMinor: minor(level),
          depositProducts: BigInt(1 + Math.floor(4 * next())),
        })) as unknown as LabelledClient['facts']['monthEnds'],
      },
    };
  });
};
