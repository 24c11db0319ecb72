import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fitBgNbd } from '../../src/calibrate/fit-bg-nbd.ts';
import { pAlive } from '../../src/tiering/p-alive.ts';
import { readRecords, realDataFolder } from '../support/real-data.ts';

const data = realDataFolder();

describe.skipIf(!data)('the purchases of CDNOW', () => {
  const rhythms = () =>
    readRecords(join(data ?? '', 'cdnow'), 'cdnow_customers_summary.csv').map((row) => ({
      repeats: Number(row.frequency),
      recency: Number(row.recency),
      age: Number(row.T),
    }));

  test('give the published BG/NBD parameters and log-likelihood', () => {
    const fit = fitBgNbd(rhythms());
    expect(fit.clients).toBe(2_357);
    for (const [found, published] of [
      [fit.r, 0.2426],
      [fit.alpha, 4.4136],
      [fit.a, 0.7929],
      [fit.b, 2.4259],
    ] as const)
      expect(Math.abs(found - published)).toBeLessThan(1e-3);
    expect(Math.abs(fit.logLikelihood - -9582.43)).toBeLessThan(0.005);
  });

  test('give the same numbers bit by bit in any order of the clients', () => {
    const fit = fitBgNbd(rhythms());
    expect(fitBgNbd(rhythms())).toEqual(fit);
    expect(fitBgNbd(rhythms().reverse())).toEqual(fit);
  });

  test('leave the 1,411 clients without a repeat not assessable, and give the others a chance', () => {
    const model = fitBgNbd(rhythms());
    const chances = rhythms().map((rhythm) => pAlive(rhythm, model));
    expect(chances.filter((chance) => chance === null)).toHaveLength(1_411);
    expect(chances.every((chance) => chance === null || (chance > 0 && chance < 1))).toBe(true);
  });
});
