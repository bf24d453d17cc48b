import type { TagFilter } from '../../src/segments/compile.ts';

/** What MongoDB makes of a filter over an array field: the operators that segments compile to, and no other. */
export function readFilter(filter: TagFilter, tagIds: readonly string[]): boolean {
  const entries = Object.entries(filter);
  if (entries.length !== 1) throw new Error('one operator a level');
  if ('$and' in filter) return nonEmpty(filter.$and).every((part) => readFilter(part, tagIds));
  if ('$or' in filter) return nonEmpty(filter.$or).some((part) => readFilter(part, tagIds));
  if ('$in' in filter.tagIds) return filter.tagIds.$in.some((id) => tagIds.includes(id));
  return !filter.tagIds.$nin.some((id) => tagIds.includes(id));
}

/** MongoDB refuses `$and` and `$or` over nothing. */
function nonEmpty(parts: TagFilter[]): TagFilter[] {
  if (parts.length === 0) throw new Error('$and/$or needs a nonempty array');
  return parts;
}

/** Levels of documents and arrays inside one another; MongoDB takes 100. */
export function nestingOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(nestingOf));
}
