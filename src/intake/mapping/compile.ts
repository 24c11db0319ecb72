/** Turns the parts of a mapping into readers, and finds every name that is not there before a row is read. */
import { basename, dirname, join } from 'node:path';
import { type CsvFile, type CsvLine, readBody, readHeader } from '../source/read-csv.ts';
import { findFile } from './find-file.ts';
import type { CompiledLookup } from './lookups.ts';
import type { Fault, MappingFile, Place } from './read-mapping.ts';
import type { ConditionSpec, LookupSpec, MappedFile, ValueSpec } from './schema.ts';
import { compileTemplate, type Names, type Template } from './template.ts';
import { type Condition, compileCondition, compileValue, type ValueReader } from './value.ts';

export type CompiledFile = {
  csv: CsvFile;
  header: string[];
  body: () => AsyncGenerator<CsvLine[]>;
};

const folderOf = (compiler: Compiler, spec: MappedFile): string =>
  spec.beside === 'mapping' ? dirname(compiler.path) : compiler.folder;

/** Whether a file that may be left out was. */
export const isAbsent = async (compiler: Compiler, name: string): Promise<boolean> => {
  const spec = compiler.mapping.files[name];
  return !!spec?.optional && (await findFile(folderOf(compiler, spec), spec.path)) === null;
};

/** What a mapping has so far: its files, opened once for their headers, and its lookups by name. */
export type Compiler = MappingFile & {
  folder: string;
  files: Map<string, CompiledFile>;
  lookups: Map<string, CompiledLookup>;
};

const unknown = (fault: Fault, place: Place, name: string, known: Iterable<string>): never =>
  fault(place, (t) => t.unknownName(name, [...known].join(', ') || '–'));

export const openFile = async (
  compiler: Compiler,
  name: string,
  place: Place,
): Promise<CompiledFile> => {
  const opened = compiler.files.get(name);
  if (opened) return opened;
  const { files } = compiler.mapping;
  const spec = files[name] ?? unknown(compiler.fault, place, name, Object.keys(files));
  const folder = folderOf(compiler, spec);
  const path = (await findFile(folder, spec.path)) ?? spec.path[0] ?? name;
  const csv: CsvFile = {
    path: join(folder, path),
    name: basename(path),
    separator: spec.separator,
    quote: spec.quote,
    encoding: spec.encoding,
    cutShort: spec.cut_short,
  };
  const file = { csv, header: await readHeader(csv), body: () => readBody(csv) };
  compiler.files.set(name, file);
  return file;
};

export const template = (
  { fault }: Compiler,
  text: string,
  names: Names,
  place: Place,
): Template => {
  const compiled = compileTemplate(text, names);
  if (typeof compiled === 'function') return compiled;
  if (compiled.kind === 'unclosed') return fault(place, (t) => t.badTemplate(compiled.template));
  return unknown(fault, place, compiled.name, compiled.known);
};

export const value = (
  compiler: Compiler,
  spec: ValueSpec,
  names: Names,
  place: Place,
): ValueReader => compileValue(spec, (text) => template(compiler, text, names, place));

export const findLookup = (compiler: Compiler, name: string, place: Place): CompiledLookup =>
  compiler.lookups.get(name) ?? unknown(compiler.fault, place, name, compiler.lookups.keys());

export const conditions = (
  compiler: Compiler,
  specs: ConditionSpec[],
  names: Names,
  place: Place,
): Condition[] =>
  specs.map((spec, at) => {
    const here = [...place, at];
    const keys = spec.in ? findLookup(compiler, spec.in, [...here, 'in']).table : null;
    return compileCondition(spec, template(compiler, spec.value, names, here), keys);
  });

/** Of a file that was not delivered: knows no key. */
const emptyLookup = (name: string, spec: LookupSpec): CompiledLookup => ({
  name,
  file: {
    csv: { path: '', name, separator: ',', quote: null, encoding: 'utf-8', cutShort: false },
    header: spec.take,
    body: async function* () {},
  },
  key: () => '',
  conditions: [],
  take: spec.take.map((_, at) => at),
  table: new Map(),
});

/** A lookup knows only the columns of its file; the ones before it can be named in its conditions. */
export const compileLookup = async (
  compiler: Compiler,
  name: string,
  spec: LookupSpec,
): Promise<CompiledLookup> => {
  const place = ['lookups', name];
  if (await isAbsent(compiler, spec.from)) return emptyLookup(name, spec);
  const file = await openFile(compiler, spec.from, [...place, 'from']);
  const names = { columns: file.header, names: [] };
  const take = spec.take.map((column, at) => {
    const position = file.header.indexOf(column);
    return position >= 0
      ? position
      : unknown(compiler.fault, [...place, 'take', at], column, file.header);
  });
  return {
    name,
    file,
    key: template(compiler, spec.key, names, [...place, 'key']),
    conditions: conditions(compiler, spec.where, names, [...place, 'where']),
    take,
    table: new Map(),
  };
};
