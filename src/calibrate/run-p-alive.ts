/** Reads clients' rhythms from a CSV file and fits BG/NBD to them. */
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { scorecardText } from '../text/scorecard.ts';
import type { Rhythm } from '../tiering/p-alive.ts';
import type { Row } from './client-facts.ts';
import { type BgNbdFit, fitBgNbd } from './fit-bg-nbd.ts';
import { readTable } from './read-table.ts';

const rhythmOf = (row: Row): Rhythm => ({
  repeats: Number(row.frequency),
  recency: Number(row.recency),
  age: Number(row.T),
});

const isRhythm = ({ repeats, recency, age }: Rhythm): boolean =>
  Number.isInteger(repeats) && repeats >= 0 && recency >= 0 && recency <= age;

/** Columns `frequency` (repeats), `recency` and `T`, in one unit of time. */
export const runPAlive = async (path: string): Promise<Result<BgNbdFit>> => {
  const read = await readTable(path);
  if (!read.ok) return read;
  const rhythms = read.value.rows.map(rhythmOf);
  if (rhythms.length === 0 || !rhythms.every(isRhythm))
    return fail(problem('rhythm_file', scorecardText, (t) => t.noRhythms(path)));
  return ok(fitBgNbd(rhythms));
};
