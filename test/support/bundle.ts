import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export type BundleFiles = Record<string, string | Buffer | string[]>;

/** Writes a folder of files; an array is lines of text, a name ending in .gz is compressed. */
export const writeBundle = (files: BundleFiles): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-bundle-'));
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(Array.isArray(content) ? `${content.join('\n')}\n` : content);
    writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(bytes) : bytes);
  }
  return folder;
};
