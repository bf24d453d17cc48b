import type { SegmentFilter } from '../../src/segments/compile.ts';

type Doc = Record<string, unknown>;

const at = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Doc | undefined)?.[key], doc);

const TESTS: Record<string, (value: unknown, operand: never) => boolean> = {
  $in: (value, operand: string[]) => (value as string[]).some((one) => operand.includes(one)),
  $nin: (value, operand: string[]) => !(value as string[]).some((one) => operand.includes(one)),
  $not: (value, operand: Doc) => !passes(value, operand),
  $eq: (value, operand: number) => value === operand,
  $gt: (value, operand: number) => typeof value === 'number' && value > operand,
  $gte: (value, operand: number) => typeof value === 'number' && value >= operand,
  $lt: (value, operand: number) => typeof value === 'number' && value < operand,
  $lte: (value, operand: number) => typeof value === 'number' && value <= operand,
};

const passes = (value: unknown, tests: Doc): boolean =>
  Object.entries(tests).every(([operator, operand]) => {
    const test = TESTS[operator];
    if (!test) throw new Error(operator);
    return test(value, operand as never);
  });

/** What MongoDB makes of a filter over a stored customer: the operators that segments compile to, and no other. */
export function readFilter(filter: SegmentFilter, doc: Doc): boolean {
  const entries = Object.entries(filter);
  if (entries.length !== 1) throw new Error('one operator a level');
  if ('$and' in filter) return nonEmpty(filter.$and).every((part) => readFilter(part, doc));
  if ('$or' in filter) return nonEmpty(filter.$or).some((part) => readFilter(part, doc));
  return entries.every(([path, tests]) => passes(at(doc, path), tests as Doc));
}

/** MongoDB refuses `$and` and `$or` over nothing. */
function nonEmpty(parts: SegmentFilter[]): SegmentFilter[] {
  if (parts.length === 0) throw new Error('$and/$or needs a nonempty array');
  return parts;
}

/** Levels of documents and arrays inside one another; MongoDB takes 100. */
export function nestingOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(nestingOf));
}
