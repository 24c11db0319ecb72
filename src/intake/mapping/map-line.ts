/** Decides what one line of a bank's file becomes: rows, rejects, or nothing that is wanted. */
import type { CellFault } from '../cells.ts';
import type { CsvLine } from '../source/read-csv.ts';
import type { SourceBatch } from '../source/source.ts';
import type { CompiledJoin, CompiledSource } from './compile-source.ts';
import type { Scope } from './template.ts';

type Refusal = { column: string; value: string | null; fault: CellFault };
type Outcome = 'taken' | 'skipped' | Refusal;

const applyJoin = (join: CompiledJoin, scope: Scope): Outcome => {
  const key = join.key(scope);
  const found = join.table.get(key);
  if (!found && join.missing === 'skip') return 'skipped';
  if (!found && join.missing === 'reject')
    return {
      column: join.lookup,
      value: key,
      fault: { code: 'notFound', parameters: [join.lookup] },
    };
  for (const [at, name] of join.names.entries()) scope.names[name] = found?.[at] ?? '';
  return 'taken';
};

/** Gives the scope what joins and `let` name. */
const enrich = (source: CompiledSource, scope: Scope): Outcome => {
  for (const join of source.joins) {
    const outcome = applyJoin(join, scope);
    if (outcome !== 'taken') return outcome;
  }
  for (const { name, read } of source.lets) {
    const result = read(scope);
    if ('fault' in result) return { column: name, ...result };
    scope.names[name] = result.text;
  }
  return 'taken';
};

const refuse = (
  batch: SourceBatch,
  file: string,
  line: number,
  outcome: Exclude<Outcome, 'taken'>,
): void => {
  if (outcome === 'skipped') batch.skipped += 1;
  else batch.rejects.push({ file, line, ...outcome });
};

/** The row's cells in the order of the source's columns, or the first that cannot be made. */
const cellsOf = (source: CompiledSource, scope: Scope): (string | null)[] | Refusal => {
  const cells: (string | null)[] = [];
  for (const [at, read] of source.readers.entries()) {
    const result = read(scope);
    if ('fault' in result) return { column: source.columns[at] ?? '', ...result };
    cells.push(result.text === '' ? null : result.text);
  }
  return cells;
};

const addRow = (batch: SourceBatch, source: CompiledSource, line: number, scope: Scope): void => {
  const file = source.file.csv.name;
  const cells = cellsOf(source, scope);
  if (Array.isArray(cells)) batch.rows.push({ file, line, cells });
  else refuse(batch, file, line, cells);
};

const wholeLine = (source: CompiledSource, cells: string[]): Outcome => {
  const width = source.file.header.length;
  if (cells.length === width) return 'taken';
  const parameters = [width, cells.length];
  return { column: '', value: null, fault: { code: 'columnCount', parameters } };
};

/** Adds to the batch what the line becomes; a line without the header's cells is rejected whole. */
export const mapLine = (
  batch: SourceBatch,
  source: CompiledSource,
  { line, cells }: CsvLine,
): void => {
  const scope: Scope = { cells, names: {} };
  const whole = wholeLine(source, cells);
  const outcome = whole === 'taken' ? enrich(source, scope) : whole;
  if (outcome !== 'taken') {
    refuse(batch, source.file.csv.name, line, outcome);
    return;
  }
  for (const entry of source.each) {
    for (const { name, read } of entry) scope.names[name] = read(scope);
    if (source.conditions.every((holds) => holds(scope))) addRow(batch, source, line, scope);
    else batch.skipped += 1;
  }
};
