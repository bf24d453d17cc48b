import { tagIdIn } from '../domain/tag-id.ts';
import type { TagTree } from '../domain/tag-tree.ts';

/**
 * How packs name tags where the library in force is out of sight: an unknown name stands for itself and is noted, for it may
 * be a tag of that library.
 */
export const tolerantTagId = (tree: TagTree): { tagId: (name: string) => string; unknown: Set<string> } => {
  const known = tagIdIn(tree);
  const unknown = new Set<string>();
  const tagId = (name: string): string => {
    const id = known(name);
    if (id === undefined) unknown.add(name);
    return id ?? name;
  };
  return { tagId, unknown };
};
