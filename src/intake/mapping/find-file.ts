/** Finds a file of a mapping by the names that it may have, zipped or not. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';

const GZ = '.gz';

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
};

const spellings = (path: string): string[] =>
  path.endsWith(GZ) ? [path, path.slice(0, -GZ.length)] : [path, `${path}${GZ}`];

/** The first that is there, relative to `folder`; null = none is. */
export const findFile = async (
  folder: string,
  paths: readonly string[],
): Promise<string | null> => {
  for (const path of paths.flatMap(spellings)) if (await isThere(join(folder, path))) return path;
  return null;
};
