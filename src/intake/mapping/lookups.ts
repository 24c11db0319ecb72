/** Small files held in memory by a key, for joins and for "only those known". */
import { ProblemError } from '../../domain/result.ts';
import { problem } from '../../text/catalog.ts';
import { intakeText } from '../../text/intake.ts';
import type { CsvLine } from '../source/read-csv.ts';
import type { CompiledFile } from './compile.ts';
import type { Scope, Template } from './template.ts';
import type { Condition } from './value.ts';

/** Look up in the smaller file: about 200 bytes a key are held. */
export const LOOKUP_KEYS_MAX = 500_000;

/** By key, the taken columns in their order. */
export type LookupTable = Map<string, string[]>;

export type CompiledLookup = {
  name: string;
  file: CompiledFile;
  key: Template;
  conditions: Condition[];
  take: number[];
  table: LookupTable;
};

const addLine = (lookup: CompiledLookup, { line, cells }: CsvLine): void => {
  const scope: Scope = { cells, names: {} };
  if (!lookup.conditions.every((holds) => holds(scope))) return;
  const key = lookup.key(scope);
  const taken = lookup.take.map((at) => (cells[at] ?? '').trim());
  const known = lookup.table.get(key);
  const { name } = lookup;
  if (known?.some((cell, at) => cell !== taken[at])) {
    const { csv } = lookup.file;
    throw new ProblemError(
      problem('lookup_twice', intakeText, (t) => t.lookupTwice(name, key, csv.name, line)),
    );
  }
  lookup.table.set(key, taken);
  if (lookup.table.size > LOOKUP_KEYS_MAX)
    throw new ProblemError(
      problem('lookup_too_large', intakeText, (t) => t.lookupTooLarge(name, LOOKUP_KEYS_MAX)),
    );
};

/** Fills the lookup's table; those that its conditions use must be filled already. */
export const fillLookup = async (lookup: CompiledLookup): Promise<void> => {
  for await (const lines of lookup.file.body()) for (const line of lines) addLine(lookup, line);
};
