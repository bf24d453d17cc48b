import type { BoundTree } from './tree.ts';

/** Whether a customer with these tags is in the segment: the meaning in its plainest form, against which the rest is tested. */
export function evaluateSegment({ bound, tagIds }: { bound: BoundTree; tagIds: ReadonlySet<string> }): boolean {
  switch (bound.kind) {
    case 'tag':
      return bound.carriers.some((id) => tagIds.has(id));
    case 'not':
      return !evaluateSegment({ bound: bound.item, tagIds });
    case 'and':
      return bound.items.every((item) => evaluateSegment({ bound: item, tagIds }));
    case 'or':
      return bound.items.some((item) => evaluateSegment({ bound: item, tagIds }));
  }
}
