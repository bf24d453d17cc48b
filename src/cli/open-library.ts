import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../domain/tag.ts';
import type { Store } from '../store/store.ts';
import { parseLibrary } from '../tagging/library-file.ts';

/** The library that ships with the program. */
export const shippedLibrary = async (root: string): Promise<Library> => {
  const file = join('keywords', 'library.yaml');
  return parseLibrary(await readFile(join(root, file), 'utf8'), file);
};

/** The stored tag library; on first use the shipped one is stored. */
export const openLibrary = async (store: Store, shipped: Library): Promise<Library> => {
  const stored = await store.home.library();
  if (stored) return stored;
  await store.home.saveLibrary(shipped, 0);
  return (await store.home.library()) ?? shipped;
};
