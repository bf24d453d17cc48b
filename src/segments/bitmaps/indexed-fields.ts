import type { BoundTree } from '../tree.ts';

/** Fields with few values among many customers; one bitmap a name or a phone number would be one a customer. */
const FIELDS = new Set(['owner', 'sex', 'region', 'industry', 'size', 'loyalty']);

/** Whether a `facts.profile` key is of a field that the index holds. */
export const isIndexedField = (key: string): boolean => FIELDS.has(key.slice(0, key.indexOf(':')));

/** Whether the index holds all that a query asks. */
export const canAnswer = (bound: BoundTree): boolean => {
  switch (bound.kind) {
    case 'field':
      return bound.keys.every(isIndexedField);
    case 'not':
      return canAnswer(bound.item);
    case 'and':
    case 'or':
      return bound.items.every(canAnswer);
    default:
      return true;
  }
};
