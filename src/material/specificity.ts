import type { BoundTree } from '../segments/tree.ts';

/** A group asks for less than one of its tags; and that something is not so tells least. */
const GROUP = 0.75;
const NOT = 0.5;

/** How much a query asks for: all that must hold together adds up, of several ways the easiest counts. */
export const specificity = (bound: BoundTree): number => {
  switch (bound.kind) {
    case 'tag':
    case 'suggested':
      return bound.carriers.length > 1 ? GROUP : 1;
    case 'not':
      return NOT;
    case 'and':
      return bound.items.reduce((sum, item) => sum + specificity(item), 0);
    case 'or':
      return Math.min(...bound.items.map(specificity));
    default:
      return 1;
  }
};
