import { join } from 'node:path';
import { shippedLibrary } from '../../src/cli/open-library.ts';
import { type Config, parseConfig } from '../../src/config/config.ts';
import type { Library } from '../../src/domain/tag.ts';
import { tagIdIn } from '../../src/domain/tag-id.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { createInForce, type InForce } from '../../src/in-force.ts';
import { loadPacks } from '../../src/match/load-packs.ts';
import type { Topic } from '../../src/match/topics.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

let shipped: Promise<{ library: Library; topics: Topic[] }> | undefined;

const load = async () => {
  const library = await shippedLibrary(ROOT);
  const tree = createTagTree(library);
  const dirs = ['zh', 'en'].map((lang) => join(ROOT, 'keywords', lang));
  const tagId = tagIdIn(tree);
  return { library, topics: (await loadPacks({ dirs, tagId })).topics };
};

/** The shipped library and packs, with a configuration given as YAML. */
export const shippedInForce = async (yaml = ''): Promise<InForce> => {
  shipped ??= load();
  const config: Config = parseConfig(yaml, 'tagwise.yaml');
  return createInForce({ ...(await shipped), config });
};
