import type { TagTree } from './tag-tree.ts';

/** How packs and rules name tags: any word that means one tag of the library gives its id, anything else nothing. */
export const tagIdIn =
  (tree: TagTree) =>
  (name: string): string | undefined => {
    const meaning = tree.resolve(name);
    return meaning.kind === 'one' ? meaning.id : undefined;
  };
