import type { CustomerState } from './customer.ts';
import type { TagTree } from './tag-tree.ts';
import type { Instant } from './time.ts';

/** The id of the group whose tag is a customer's stage (行为阶段). */
export const STAGE = 'stage';

/** The stage that a customer stands in, and since when. */
export const stageHeld = ({ tags }: Pick<CustomerState, 'tags'>, tree: TagTree): { id: string; since: Instant } | null => {
  const held = Object.entries(tags).find(([id]) => tree.isWithin(id, STAGE));
  return held ? { id: held[0], since: held[1].since } : null;
};
