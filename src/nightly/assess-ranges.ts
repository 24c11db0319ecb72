import type { Sql, Transaction } from '../db/database.ts';
import type { ClientRange } from '../db/metrics/night.ts';
import { planForRanges } from '../db/metrics/read-metrics.ts';
import { assessRange, type NightContext } from './assess-range.ts';
import type { RangeRows } from './write-range.ts';

/** `count`: connections that read and assess at the same time; 1 = only the transaction that writes. */
export type Workers = { sql: Sql; count: number };

/** Ranges that wait to be written, for each worker: what memory is bounded by. */
const AHEAD_PER_WORKER = 1;

/**
 * After a connection is lost the driver would still write "rollback" to it, which ends the process. It gives
 * the transaction up by itself, so that its work need never end.
 */
const NEVER = new Promise<never>(() => {});
const isLost = ({ severity, code }: { severity?: string; code?: string }): boolean =>
  severity === 'FATAL' || code?.startsWith('CONNECTION_') === true;

type Place = { rows: PromiseWithResolvers<RangeRows>; mayStart: PromiseWithResolvers<void> };

const placesFor = (ranges: readonly ClientRange[], startNow: number): Place[] =>
  ranges.map((_, index) => {
    const place = {
      rows: Promise.withResolvers<RangeRows>(),
      mayStart: Promise.withResolvers<void>(),
    };
    place.rows.promise.catch(() => {});
    if (index < startNow) place.mayStart.resolve();
    return place;
  });

async function* assessAhead(
  tx: Transaction,
  ranges: readonly ClientRange[],
  context: NightContext,
  { sql, count }: Workers,
): AsyncGenerator<RangeRows> {
  const ahead = count * (1 + AHEAD_PER_WORKER);
  const places = placesFor(ranges, ahead);
  const [exported] = await tx<{ snapshot: string }[]>`select pg_export_snapshot() as snapshot`;
  let next = 0;
  let stopped = false;
  const readAll = async (reader: Transaction): Promise<void> => {
    await reader.unsafe(`set transaction snapshot '${exported?.snapshot}'`);
    await planForRanges(reader);
    for (let index = next++; index < ranges.length; index = next++) {
      const [range, place] = [ranges[index], places[index]];
      await place?.mayStart.promise;
      if (!range || !place || stopped) return;
      place.rows.resolve(await assessRange(reader, range, context));
    }
  };
  const work = (reader: Transaction): Promise<void> =>
    readAll(reader).catch((error) => {
      for (const { rows } of places) rows.reject(error);
      return isLost(error) ? NEVER : Promise.reject(error);
    });
  const begin = 'isolation level repeatable read read only';
  const workers = Array.from({ length: count }, () =>
    sql.begin(begin, work).catch((error) => {
      for (const { rows } of places) rows.reject(error);
    }),
  );
  try {
    for (const [index, { rows }] of places.entries()) {
      yield await rows.promise;
      places[index + ahead]?.mayStart.resolve();
    }
  } finally {
    stopped = true;
    for (const { mayStart } of places) mayStart.resolve();
    await Promise.all(workers);
  }
}

async function* assessInTurn(
  tx: Transaction,
  ranges: readonly ClientRange[],
  context: NightContext,
): AsyncGenerator<RangeRows> {
  for (const range of ranges) yield await assessRange(tx, range, context);
}

/**
 * Assesses the ranges, all on the snapshot of `tx`, and yields them in their order, however many workers there
 * are and whoever is quicker. Whatever fails in a worker, its death included, is thrown here when its range
 * would be written, so that the transaction that writes fails whole.
 */
export const assessRanges = (
  tx: Transaction,
  ranges: readonly ClientRange[],
  context: NightContext,
  workers: Workers,
): AsyncGenerator<RangeRows> =>
  workers.count > 1 && ranges.length > 1
    ? assessAhead(tx, ranges, context, workers)
    : assessInTurn(tx, ranges, context);
