import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../domain/tag.ts';

const fileIn = (home: string): string => join(home, 'library.json');

/** The library that was last in force in this home, for what reads words without a database; null where none was yet. */
export const rememberedLibrary = async (home: string): Promise<Library | null> => {
  try {
    return JSON.parse(await readFile(fileIn(home), 'utf8')) as Library;
  } catch {
    // Not there, or torn: it is only a copy.
    return null;
  }
};

/** Leaves a copy of the library in force beside the home's data. */
export const rememberLibrary = async (home: string, library: Library): Promise<void> => {
  if ((await rememberedLibrary(home))?.version === library.version) return;
  await mkdir(home, { recursive: true });
  const fresh = `${fileIn(home)}.${process.pid}`;
  await writeFile(fresh, JSON.stringify(library));
  await rename(fresh, fileIn(home));
};
