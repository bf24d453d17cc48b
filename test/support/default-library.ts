import { readFileSync } from 'node:fs';
import { parseLibrary } from '../../src/tagging/library-file.ts';

/** The library that ships. */
export const defaultLibrary = parseLibrary(
  readFileSync(new URL('../../keywords/library.yaml', import.meta.url), 'utf8'),
  'library.yaml',
);
