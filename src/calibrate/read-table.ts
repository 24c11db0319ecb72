/** Reads one CSV file, zipped or not, as rows by column name. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { CsvError, parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { scorecardText } from '../text/scorecard.ts';
import type { Row } from './client-facts.ts';

/** `bytes` are those of the text, after unzipping. */
export type ReadTable = { rows: Row[]; bytes: Buffer };

const isFileFault = (error: unknown): boolean =>
  error instanceof CsvError || (error instanceof Error && 'code' in error);

/** The Problem names a file that is absent, not readable, not gzip though it ends in `.gz`, or no CSV. */
export const readTable = async (path: string): Promise<Result<ReadTable>> => {
  try {
    const raw = await readFile(path);
    const bytes = path.toLowerCase().endsWith('.gz') ? gunzipSync(raw) : raw;
    const rows: Row[] = parse(bytes, {
      bom: true,
      columns: true,
      trim: true,
      skip_empty_lines: true,
    });
    return ok({ rows, bytes });
  } catch (error) {
    if (!isFileFault(error)) throw error;
    const detail = (error as Error).message;
    return fail(problem('broken_file', scorecardText, (t) => t.brokenFile(path, detail)));
  }
};
