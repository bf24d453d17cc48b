import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPacks } from '../../src/config/load-packs.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { checkPacks } from '../../src/match/check-packs.ts';
import { parseLibrary } from '../../src/tagging/library-file.ts';

const keywords = join(import.meta.dirname, '..', '..', 'keywords');

test('the shipped packs name real tags, find their own hits, pass over their own misses, and are broad', async () => {
  const tree = createTagTree(parseLibrary(await readFile(join(keywords, 'library.yaml'), 'utf8'), 'library.yaml'));
  const tagId = (name: string) => {
    const meaning = tree.resolve(name);
    return meaning.kind === 'one' ? meaning.id : undefined;
  };
  const loaded = await loadPacks({ dirs: [join(keywords, 'zh'), join(keywords, 'en')], tagId });
  expect(loaded.packs.length).toBeGreaterThan(40);
  expect(checkPacks(loaded)).toEqual([]);
});
