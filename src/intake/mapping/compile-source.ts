/** One source of a table in a mapping: from a line of a file to the rows of the table. */
import { SPECS, type TableName } from '../tables.ts';
import {
  type CompiledFile,
  type Compiler,
  conditions,
  findLookup,
  openFile,
  template,
  value,
} from './compile.ts';
import type { LookupTable } from './lookups.ts';
import type { Place } from './read-mapping.ts';
import type { FileSource, JoinSpec } from './schema.ts';
import type { Names, Template } from './template.ts';
import type { Condition, ValueReader } from './value.ts';

export type CompiledJoin = {
  key: Template;
  missing: JoinSpec['missing'];
  lookup: string;
  table: LookupTable;
  /** What the taken columns are called in templates: `owner.manager_id`. */
  names: string[];
};

export type CompiledSource = {
  table: TableName;
  file: CompiledFile;
  joins: CompiledJoin[];
  lets: { name: string; read: ValueReader }[];
  /** One entry a row that a line becomes, by the names it gives. */
  each: { name: string; read: Template }[][];
  conditions: Condition[];
  columns: string[];
  readers: ValueReader[];
};

const compileJoins = (
  compiler: Compiler,
  spec: FileSource,
  names: Names,
  place: Place,
): CompiledJoin[] =>
  Object.entries(spec.join).map(([alias, join]) => {
    const here = [...place, 'join', alias];
    const lookup = findLookup(compiler, join.lookup, [...here, 'lookup']);
    const key = template(compiler, join.key, names, [...here, 'key']);
    const taken = lookup.take.map((at) => `${alias}.${lookup.file.header[at]}`);
    names.names.push(...taken);
    return { key, missing: join.missing, lookup: join.lookup, table: lookup.table, names: taken };
  });

const compileEach = (compiler: Compiler, spec: FileSource, names: Names, place: Place) => {
  const entries = (spec.each ?? []).map((entry, at) =>
    Object.entries(entry).map(([name, text]) => ({
      name: `each.${name}`,
      read: template(compiler, text, names, [...place, 'each', at, name]),
    })),
  );
  names.names.push(...new Set(entries.flat().map((entry) => entry.name)));
  return entries.length > 0 ? entries : [[]];
};

const compileColumns = (
  compiler: Compiler,
  table: TableName,
  spec: FileSource,
  names: Names,
  place: Place,
) => {
  const known = SPECS[table].columns;
  const columns = Object.keys(spec.columns);
  const strange = columns.find((name) => !known.some((column) => column.name === name));
  if (strange)
    compiler.fault([...place, strange], (t) =>
      t.unknownName(strange, known.map((column) => column.name).join(', ')),
    );
  const missing = known.filter((column) => column.required && !(column.name in spec.columns));
  if (missing.length > 0)
    compiler.fault(place, (t) => t.columnsNeeded(missing.map((column) => column.name).join(', ')));
  const readers = Object.entries(spec.columns).map(([name, column]) =>
    value(compiler, column, names, [...place, name]),
  );
  return { columns, readers };
};

/** Names become known in this order: columns, joins, `let`, `each`. */
export const compileSource = async (
  compiler: Compiler,
  table: TableName,
  spec: FileSource,
  place: Place,
): Promise<CompiledSource> => {
  const file = await openFile(compiler, spec.from, [...place, 'from']);
  const names: Names = { columns: file.header, names: [] };
  const joins = compileJoins(compiler, spec, names, place);
  const lets = Object.entries(spec.let).map(([name, letSpec]) => {
    const read = value(compiler, letSpec, names, [...place, 'let', name]);
    names.names.push(name);
    return { name, read };
  });
  const each = compileEach(compiler, spec, names, place);
  return {
    table,
    file,
    joins,
    lets,
    each,
    conditions: conditions(compiler, spec.where, names, [...place, 'where']),
    ...compileColumns(compiler, table, spec, names, [...place, 'columns']),
  };
};
