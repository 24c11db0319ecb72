import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Options, parse } from 'csv-parse/sync';

/** The folder of real exports that tests may read but the project may not hold; null where it is absent. */
export const realDataFolder = (): string | null => {
  const folder = process.env.BELLWETHER_REAL_DATA;
  if (folder) return folder;
  console.warn(
    '\n*** BELLWETHER_REAL_DATA is not set: nothing was checked against real data. ***\n',
  );
  return null;
};

/** A whole source file as records by column name, read without any code of the program. */
export const readRecords = (
  folder: string,
  path: string,
  options: Options = {},
): Record<string, string>[] => {
  const bytes = readFileSync(join(folder, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const records: unknown = parse(text, { bom: true, columns: true, ...options });
  return records as Record<string, string>[];
};

/** A plain decimal as hundredths, exactly. */
export const hundredths = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  const value = BigInt(whole.replace('-', '') + fraction.padEnd(2, '0').slice(0, 2));
  return text.startsWith('-') ? -value : value;
};
