/** A bank's own export, read through a mapping file into the tables of the canonical bundle. */
import { readdir } from 'node:fs/promises';
import { ProblemError } from '../../domain/result.ts';
import { problem } from '../../text/catalog.ts';
import { intakeText } from '../../text/intake.ts';
import type { Bundle, SourceBatch, TableSource } from '../source/source.ts';
import { SPECS, type TableName } from '../tables.ts';
import { type Compiler, compileLookup, isAbsent } from './compile.ts';
import { type CompiledSource, compileSource } from './compile-source.ts';
import { fillLookup } from './lookups.ts';
import { mapLine } from './map-line.ts';
import { type Place, readMapping } from './read-mapping.ts';
import type { ConstantSource, FileSource } from './schema.ts';

async function* mapFile(source: CompiledSource): AsyncGenerator<SourceBatch> {
  for await (const lines of source.file.body()) {
    const batch: SourceBatch = { rows: [], rejects: [], skipped: 0 };
    for (const line of lines) mapLine(batch, source, line);
    yield batch;
  }
}

const constantSource = (
  compiler: Compiler,
  table: TableName,
  { rows }: ConstantSource,
  place: Place,
): TableSource => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const known = SPECS[table].columns.map((column) => column.name);
  const strange = columns.find((name) => !known.includes(name));
  if (strange) compiler.fault(place, (t) => t.unknownName(strange, known.join(', ')));
  const file = 'mapping';
  const batch: SourceBatch = {
    rows: rows.map((row, at) => ({
      file,
      line: at + 1,
      cells: columns.map((name) => row[name] || null),
    })),
    rejects: [],
    skipped: 0,
  };
  return {
    table,
    columns,
    keep: 'first',
    batches: async function* () {
      yield batch;
    },
  };
};

const openSource = async (
  compiler: Compiler,
  table: TableName,
  spec: FileSource | ConstantSource,
  place: Place,
): Promise<TableSource> => {
  if ('rows' in spec) return constantSource(compiler, table, spec, place);
  const source = await compileSource(compiler, table, spec, place);
  const { keep, whole } = spec;
  if (whole && table !== 'balances')
    compiler.fault([...place, 'whole'], (t) => t.onlyBalances(table));
  return { table, columns: source.columns, keep, whole, batches: () => mapFile(source) };
};

const requireFolder = async (folder: string): Promise<void> => {
  try {
    await readdir(folder);
  } catch {
    throw new ProblemError(problem('no_bundle', intakeText, (t) => t.noBundle(folder)));
  }
};

/** A source whose file may be left out, and was. */
const isLeftOut = (compiler: Compiler, spec: FileSource | ConstantSource): Promise<boolean> =>
  'rows' in spec ? Promise.resolve(false) : isAbsent(compiler, spec.from);

/**
 * Compiles the whole mapping against the files in `folder`, fills its lookups, and reads no row yet.
 * `period`: the month to read, YYYY-MM; null = the mapping's own.
 */
export const openMapped = async (
  path: string,
  folder: string,
  period: string | null,
): Promise<Bundle> => {
  const file = await readMapping(path, period);
  await requireFolder(folder);
  const compiler: Compiler = { ...file, folder, files: new Map(), lookups: new Map() };
  for (const [name, spec] of Object.entries(file.mapping.lookups)) {
    const lookup = await compileLookup(compiler, name, spec);
    await fillLookup(lookup);
    compiler.lookups.set(name, lookup);
  }
  const sources: TableSource[] = [];
  for (const [table, specs] of Object.entries(file.mapping.tables))
    for (const [at, spec] of (specs ?? []).entries())
      if (!(await isLeftOut(compiler, spec)))
        sources.push(await openSource(compiler, table as TableName, spec, ['tables', table, at]));
  return { sources, unknownColumns: [], derivedBalances: file.mapping.balances };
};
