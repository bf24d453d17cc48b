import type { TagTree } from '../domain/tag-tree.ts';
import { bindSegment } from './bind.ts';
import { partGlued } from './glue.ts';
import { parseTokens } from './parse.ts';
import { tokenise } from './tokens.ts';
import type { BoundTree, Tree } from './tree.ts';

/** Reads a query that somebody typed, with the library at hand: as written, and as meant. Throws as `parse` and `bind` do. */
export function readSegment({ query, tags }: { query: string; tags: TagTree }): { tree: Tree; bound: BoundTree } {
  const tree = parseTokens(partGlued({ tokens: tokenise(query), tags }));
  return { tree, bound: bindSegment({ tree, tags }) };
}
