import { nameKey } from './tag-name.ts';
import { spellingsOf } from './tag-names.ts';
import type { TagTree } from './tag-tree.ts';

/** The nodes one of whose spellings begins with a word, in display order; archived ones are left out. */
export function findTags({ tree, word, limit }: { tree: TagTree; word: string; limit: number }): string[] {
  const key = nameKey(word);
  if (key === '') return [];
  const found: string[] = [];
  for (const id of tree.order) {
    if (found.length >= limit) break;
    const node = tree.node(id);
    if (node && !node.archived && spellingsOf(node).some((name) => nameKey(name).startsWith(key))) found.push(id);
  }
  return found;
}
