/** Reads a separated file as batches of lines; memory holds one batch, however long the file is. */
import { CsvError, type InfoRecord, type Options, parse } from 'csv-parse';
import { ProblemError } from '../../domain/result.ts';
import { problem } from '../../text/catalog.ts';
import { intakeText } from '../../text/intake.ts';
import { pipeText, type TextFile } from './open-text.ts';

export type CsvFile = TextFile & {
  separator: string;
  /** null: the file quotes nothing. */
  quote: string | null;
};

export type CsvLine = { line: number; cells: string[] };

const BATCH_LINES = 500;
/** An unclosed quote must not draw the rest of a large file into memory. */
const RECORD_BYTES_MAX = 1_000_000;

const csvProblem = (error: CsvError, file: CsvFile, line: number): ProblemError =>
  error.code.includes('QUOTE') || error.code === 'CSV_MAX_RECORD_SIZE'
    ? new ProblemError(problem('bad_quote', intakeText, (t) => t.badQuote(file.name, line)))
    : new ProblemError(problem('bad_csv', intakeText, (t) => t.badCsv(file.name, line)));

type Parser = { lines: AsyncIterable<CsvLine>; parsed: () => number };

/** `parsed` is the line of the last record that was whole, ahead of what `lines` has given out. */
const openParser = (file: CsvFile): Parser => {
  let lastLine = 0;
  const withLine = (cells: string[], { lines }: InfoRecord): CsvLine => {
    lastLine = lines;
    return { line: lines, cells };
  };
  const parser = parse({
    bom: true,
    delimiter: file.separator,
    quote: file.quote,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_BYTES_MAX,
    // The parser takes any record, though its types know only those of its own making.
    on_record: withLine as unknown as Options['on_record'],
  });
  return { lines: pipeText(file, parser), parsed: () => lastLine };
};

/** The lines of the file in batches, the header line first. Throws ProblemError on a broken file. */
export async function* readCsv(file: CsvFile): AsyncGenerator<CsvLine[]> {
  let batch: CsvLine[] = [];
  const { lines, parsed } = openParser(file);
  try {
    for await (const line of lines) {
      batch.push(line);
      if (batch.length >= BATCH_LINES) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? csvProblem(error, file, parsed() + 1) : error;
  }
  if (batch.length > 0) yield batch;
}

/** The column names of the file, trimmed; empty for a file without any line. */
export const readHeader = async (file: CsvFile): Promise<string[]> => {
  for await (const [first] of readCsv(file)) return (first?.cells ?? []).map((name) => name.trim());
  return [];
};

/** Batches without the header line. */
export async function* readBody(file: CsvFile): AsyncGenerator<CsvLine[]> {
  let header = true;
  for await (const batch of readCsv(file)) {
    yield header ? batch.slice(1) : batch;
    header = false;
  }
}
