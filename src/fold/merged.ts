import type { Tagging } from '../domain/cause.ts';
import { type Change, MERGE } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Instant } from '../domain/time.ts';
import { strongestOf } from './tag-rows.ts';

/** The tag of the same exclusive group that is carried now. */
const rival = (tag: string, { tags }: CustomerState, tree: TagTree): string | undefined => {
  const root = tree.exclusiveRoot(tag);
  return root === null ? undefined : tree.descendants(root).find((id) => id !== tag && tags[id]);
};

/**
 * What became of the tags of customers who were found to be one: of those that `joined` them and their own from before. One that gave
 * way in an exclusive group names what it gave way to (semantics 8).
 */
export const merged = (
  joined: Record<string, Tagging>,
  before: CustomerState,
  after: CustomerState,
  tree: TagTree,
  asOf: Instant,
): Change[] => {
  const at = Math.max(before.at, after.at, asOf);
  const by = { at, actor: MERGE, reason: 'merged' as const };
  const gone = Object.entries({ ...joined, ...before.tags }).filter(([tag]) => !after.tags[tag]);
  const come = Object.entries(after.tags).filter(([tag]) => !before.tags[tag]);
  return [
    ...gone.map(([tag, tagging]): Change => {
      const other = rival(tag, after, tree);
      const winner = other === undefined ? undefined : after.tags[other];
      const replacedBy = other === undefined ? {} : { replacedBy: other };
      return { ...by, tag, action: 'remove', cause: strongestOf(winner ?? tagging), ...replacedBy };
    }),
    ...come.map(([tag, tagging]): Change => ({ ...by, tag, action: 'add', cause: strongestOf(tagging) })),
  ];
};
