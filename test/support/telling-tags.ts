import type { CustomerState } from '../../src/domain/customer.ts';
import type { TagTree } from '../../src/domain/tag-tree.ts';

/** Nearly everybody carries a tag of each of these at any time; stories about other tags leave them out. */
const STANDING = ['activity', 'purchase_frequency', 'stage'];

/** The tags that say something about one customer. */
export const tellingTags = ({ tags }: Pick<CustomerState, 'tags'>, tree: TagTree): string[] =>
  Object.keys(tags)
    .filter((id) => !STANDING.some((group) => tree.isWithin(id, group)))
    .sort();
