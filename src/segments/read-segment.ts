import type { TagTree } from '../domain/tag-tree.ts';
import { bindSegment } from './bind.ts';
import type { PersonNamed } from './fields.ts';
import { partGlued } from './glue.ts';
import { parseTokens } from './parse.ts';
import { tokenise } from './tokens.ts';
import type { BoundTree, Tree } from './tree.ts';

/**
 * Reads a query that somebody typed, with the library at hand: as written, and as meant. `person` gives the id of staff by name. Throws
 * as `parse` and `bind` do.
 */
export function readSegment(given: { query: string; tags: TagTree; person?: PersonNamed }): { tree: Tree; bound: BoundTree } {
  const { query, tags, person = () => undefined } = given;
  const tree = parseTokens(partGlued({ tokens: tokenise(query), tags }));
  return { tree, bound: bindSegment({ tree, tags, person }) };
}
