import type { CustomerState } from '../domain/customer.ts';
import type { TagTree } from '../domain/tag-tree.ts';

/** The group whose tags say where a customer comes from. */
const SOURCE = 'source';

/** The tag of a customer who means to buy. */
export const INTENT_HIGH = 'intent_high';

/** Where a customer comes from: the name of the first source in the library's order. */
export const sourceOf = ({ tags }: Pick<CustomerState, 'tags'>, tree: TagTree): string | null => {
  const id = tree.descendants(SOURCE).find((one) => tags[one]);
  return id === undefined ? null : (tree.node(id)?.name ?? id);
};
