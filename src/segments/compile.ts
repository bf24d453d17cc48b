import type { BoundTree } from './tree.ts';

/** A MongoDB filter over `tagIds`, in these four operators only; ids are the library's, never the words of the query. */
export type TagFilter =
  | { tagIds: { $in: string[] } }
  | { tagIds: { $nin: string[] } }
  | { $and: TagFilter[] }
  | { $or: TagFilter[] };

/**
 * Compiles a segment to a MongoDB filter. Negations are pushed down to the tags by De Morgan, so that the planner sees
 * point ranges; the order of `$and` is the query's.
 */
export function compileSegment(bound: BoundTree): TagFilter {
  return compile(bound, false);
}

function compile(bound: BoundTree, negated: boolean): TagFilter {
  switch (bound.kind) {
    case 'tag':
      return negated ? { tagIds: { $nin: bound.carriers } } : { tagIds: { $in: bound.carriers } };
    case 'not':
      return compile(bound.item, !negated);
    case 'and':
    case 'or': {
      const both = (bound.kind === 'and') !== negated;
      const items = bound.items.map((item) => compile(item, negated));
      return both ? allOf(items) : anyOf(items);
    }
  }
}

/** Neither of two tags is one `$nin`. */
function allOf(items: TagFilter[]): TagFilter {
  const flat = items.flatMap((item) => ('$and' in item ? item.$and : [item]));
  const without = flat.flatMap((item) => ('tagIds' in item && '$nin' in item.tagIds ? [item.tagIds.$nin] : []));
  const rest = flat.filter((item) => !('tagIds' in item && '$nin' in item.tagIds));
  const all = without.length === 0 ? rest : [...rest, { tagIds: { $nin: union(without) } }];
  return all.length === 1 && all[0] ? all[0] : { $and: all };
}

/** Either of two tags is one `$in`: one range scan instead of two plans. */
function anyOf(items: TagFilter[]): TagFilter {
  const flat = items.flatMap((item) => ('$or' in item ? item.$or : [item]));
  const within = flat.flatMap((item) => ('tagIds' in item && '$in' in item.tagIds ? [item.tagIds.$in] : []));
  const rest = flat.filter((item) => !('tagIds' in item && '$in' in item.tagIds));
  const any = within.length === 0 ? rest : [{ tagIds: { $in: union(within) } }, ...rest];
  return any.length === 1 && any[0] ? any[0] : { $or: any };
}

const union = (sets: string[][]): string[] => [...new Set(sets.flat())];
