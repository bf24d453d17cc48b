import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../domain/tag.ts';
import type { Store } from '../store/store.ts';
import { parseLibrary } from '../tagging/library-file.ts';

const FILE = join('keywords', 'library.yaml');

export const libraryFile = (root: string): string => join(root, FILE);

/** The library that ships with the program. */
export const shippedLibrary = async (root: string): Promise<Library> =>
  parseLibrary(await readFile(libraryFile(root), 'utf8'), FILE);

/** The stored tag library; on first use the shipped one is stored. */
export const openLibrary = async (store: Store, shipped: Library): Promise<Library> => {
  const stored = await store.home.library();
  if (stored) return stored;
  await store.home.saveLibrary(shipped, 0);
  return (await store.home.library()) ?? shipped;
};
