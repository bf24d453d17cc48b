import { nearWord } from '../domain/near-word.ts';
import type { SavedSegment } from '../domain/saved-segment.ts';
import { nameKey } from '../domain/tag-name.ts';
import { TagwiseError, UserError } from '../errors.ts';
import { tokenise } from './tokens.ts';
import type { BoundTree, Marked } from './tree.ts';

type Query = Pick<SavedSegment, 'name' | 'query'>;

/** Saved segments by the key of their name. */
export type SavedSegments = ReadonlyMap<string, Query>;

/** Saved segments that one query may use, those inside others counted each time: they could double at every step. */
const MOST = 50;

/** Segments by `nameKey`, so that case and width do not matter. */
export const savedByName = <Segment extends Query>(segments: readonly Segment[]): ReadonlyMap<string, Segment> =>
  new Map(segments.map((segment) => [nameKey(segment.name), segment]));

interface Where {
  at: number;
  length: number;
}

const namesOf = (path: readonly Query[]): string => path.map(({ name }) => `@${name}`).join(' → ');

/** What is wrong inside a saved query is told of its name; that it is used too often or by itself is said already. */
const broken = (error: unknown, { name, query }: Query, where: Where): unknown => {
  const isSaid = !(error instanceof TagwiseError) || ['segment_saved_circle', 'segment_saved_many'].includes(error.code);
  return isSaid ? error : new UserError('segment_saved_broken', { ...where, name, query }, { cause: error });
};

/**
 * Gives the reader of `@name` in one query. `bind` reads the saved query itself; the reader given to it stands inside this one. Throws UserError for a
 * name that nothing is saved under, for a segment that uses itself and for one that the library has outgrown.
 */
export const createSavedReader = (
  segments: SavedSegments,
  bind: (query: string, read: (word: Marked) => BoundTree) => BoundTree,
): ((word: Marked) => BoundTree) => {
  let used = 0;
  const found = (word: Marked, where: Where): Query => {
    const segment = segments.get(nameKey(word.text));
    if (segment) return segment;
    const names = [...segments.values()].map(({ name }) => name);
    throw new UserError('segment_unknown_saved', { ...where, name: word.text, near: nearWord(word.text, names) ?? '' });
  };
  // Everything is told where it stands in what was typed.
  const readerWithin = (path: readonly Query[], typed?: Where) => (word: Marked) => {
    const where = typed ?? { at: word.from, length: word.to - word.from };
    const segment = found(word, where);
    const whole = [...path, segment];
    if (path.includes(segment))
      throw new UserError('segment_saved_circle', { ...where, name: segment.name, path: namesOf(whole) });
    used += 1;
    if (used > MOST) throw new UserError('segment_saved_many', { ...where, most: MOST });
    try {
      return bind(segment.query, readerWithin(whole, where));
    } catch (error) {
      throw broken(error, segment, where);
    }
  };
  return readerWithin([]);
};

/** How deep brackets and negations of a query lie inside one another, those of saved segments included. */
export const depthOf = (bound: BoundTree): number => {
  if (bound.kind === 'not') return 1 + depthOf(bound.item);
  if (bound.kind !== 'and' && bound.kind !== 'or') return 0;
  return 1 + Math.max(...bound.items.map(depthOf));
};

/** Names of the saved segments that a query uses itself, as they were typed. */
export const savedIn = (query: string): string[] => tokenise(query).flatMap(({ kind, text }) => (kind === 'saved' ? [text] : []));
