import type { TagTree } from '../domain/tag-tree.ts';
import { UserError } from '../errors.ts';
import { bindSegment } from './bind.ts';
import type { PersonNamed } from './fields.ts';
import { partGlued } from './glue.ts';
import { parseTokens, QUERY_DEPTH } from './parse.ts';
import { createSavedReader, depthOf, type SavedSegments } from './saved.ts';
import { tokenise } from './tokens.ts';
import type { BoundTree, Marked, Tree } from './tree.ts';

/** Levels of a query with all that it uses: twice those of one query, and within what MongoDB nests. */
const WHOLE_DEPTH = 2 * QUERY_DEPTH + 4;

/** What a query is read with: `person` gives the id of staff by name. */
export interface Readers {
  tags: TagTree;
  person?: PersonNamed;
  saved?: SavedSegments;
}

/**
 * Reads a query that somebody typed, with the library at hand: as written, and as meant. Throws as `parse` and `bind` do, and for a saved segment that
 * cannot be used.
 */
export function readSegment({ query, ...readers }: { query: string } & Readers): { tree: Tree; bound: BoundTree } {
  const { tags, person = () => undefined, saved = new Map() } = readers;
  const parse = (text: string) => parseTokens(partGlued({ tokens: tokenise(text), tags }));
  const reader = createSavedReader(saved, (text, read) => bindSegment(parse(text), { tags, person, saved: read }));
  const tree = parse(query);
  const bound = bindSegment(tree, { tags, person, saved: (word: Marked) => reader(word) });
  if (depthOf(bound) > WHOLE_DEPTH) throw new UserError('segment_too_deep', { at: tree.from, most: QUERY_DEPTH });
  return { tree, bound };
}
