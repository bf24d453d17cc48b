import { type Bounds, factBounds, sinceBounds } from './bounds.ts';
import { FACTS } from './fact-names.ts';
import type { Moment } from './moment.ts';
import type { BoundTree } from './tree.ts';

/** What may be asked of one stored field. */
export type Test = Bounds | { $not: Bounds } | { $in: string[] } | { $nin: string[] };

/**
 * A MongoDB filter over stored fields, in these operators only. Tags in it and in its paths are the library's ids; of the words of the
 * query there are but numbers, and values to be equal to.
 */
export type SegmentFilter =
  | { tagIds: { $in: string[] } | { $nin: string[] } }
  | { suggestedIds: { $in: string[] } | { $nin: string[] } }
  | { [path: `facts.${string}` | `state.tags.${string}`]: Test }
  | { $and: SegmentFilter[] }
  | { $or: SegmentFilter[] };

/**
 * Compiles a segment to a MongoDB filter as of a moment. Negations are pushed down to the leaves by De Morgan, so that the planner sees
 * point ranges; the order of `$and` is the query's.
 */
export function compileSegment(bound: BoundTree, moment: Moment): SegmentFilter {
  return compile(bound, false, moment);
}

function compile(bound: BoundTree, negated: boolean, moment: Moment): SegmentFilter {
  switch (bound.kind) {
    case 'tag':
      return negated ? { tagIds: { $nin: bound.carriers } } : { tagIds: { $in: bound.carriers } };
    case 'suggested':
      return { suggestedIds: negated ? { $nin: bound.carriers } : { $in: bound.carriers } };
    case 'age':
      return ageFilter(bound, negated, moment);
    case 'fact':
      return factFilter(bound, negated, moment);
    case 'field':
      return { 'facts.profile': negated ? { $nin: bound.keys } : { $in: bound.keys } };
    case 'not':
      return compile(bound.item, !negated, moment);
    case 'and':
    case 'or': {
      const both = (bound.kind === 'and') !== negated;
      const items = bound.items.map((item) => compile(item, negated, moment));
      return both ? allOf(items) : anyOf(items);
    }
  }
}

/** The tags first: theirs is the index. Who does not carry a tag has no `since` that could lie in any bounds. */
function ageFilter(age: Extract<BoundTree, { kind: 'age' }>, negated: boolean, moment: Moment): SegmentFilter {
  const bounds = sinceBounds(age.operator, age.days, moment);
  const of = (id: string): SegmentFilter => ({ [`state.tags.${id}.since` as const]: negated ? { $not: bounds } : bounds });
  if (age.carriers.length === 0) return { tagIds: negated ? { $nin: [] } : { $in: [] } };
  if (negated) return allOf(age.carriers.map(of));
  return allOf([{ tagIds: { $in: age.carriers } }, anyOf(age.carriers.map(of))]);
}

function factFilter(fact: Extract<BoundTree, { kind: 'fact' }>, negated: boolean, moment: Moment): SegmentFilter {
  const bounds = factBounds(fact, moment);
  return { [`facts.${FACTS[fact.fact].field}` as const]: negated ? { $not: bounds } : bounds };
}

const without = (item: SegmentFilter): string[] | null => ('tagIds' in item && '$nin' in item.tagIds ? item.tagIds.$nin : null);
const within = (item: SegmentFilter): string[] | null => ('tagIds' in item && '$in' in item.tagIds ? item.tagIds.$in : null);

/** One of some tags, of which those are excluded elsewhere: where none is left, nobody is looked for. */
const besides = (item: SegmentFilter, gone: readonly string[]): SegmentFilter => {
  const ids = within(item);
  return ids?.some((id) => gone.includes(id)) ? { tagIds: { $in: ids.filter((id) => !gone.includes(id)) } } : item;
};

/** Neither of two tags is one `$nin`. */
function allOf(items: SegmentFilter[]): SegmentFilter {
  const flat = items.flatMap((item) => ('$and' in item ? item.$and : [item]));
  const gone = flat.flatMap((item) => without(item) ?? []);
  const rest = flat.filter((item) => without(item) === null).map((item) => besides(item, gone));
  const all: SegmentFilter[] = rest.length === flat.length ? rest : [...rest, { tagIds: { $nin: [...new Set(gone)] } }];
  return all.length === 1 && all[0] ? all[0] : { $and: all };
}

/** Either of two tags is one `$in`: one range scan instead of two plans. */
function anyOf(items: SegmentFilter[]): SegmentFilter {
  const flat = items.flatMap((item) => ('$or' in item ? item.$or : [item]));
  const there = flat.flatMap((item) => within(item) ?? []);
  const rest = flat.filter((item) => within(item) === null);
  const any: SegmentFilter[] = rest.length === flat.length ? rest : [{ tagIds: { $in: [...new Set(there)] } }, ...rest];
  return any.length === 1 && any[0] ? any[0] : { $or: any };
}
