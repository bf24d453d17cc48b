import type { CustomerState } from '../domain/customer.ts';
import type { TagNode } from '../domain/tag.ts';
import type { RulesInForce } from '../rules/in-force.ts';

export type Room =
  | { ok: true; replaces: string[] }
  | { ok: false; code: 'tag_cap' | 'group_full' | 'replaces_restricted'; other: string };

/** The carried tags that must go when `tag` comes, in exclusive groups (semantics 8). */
export const rivals = (state: CustomerState, tag: string, rules: RulesInForce): string[] => {
  const root = rules.tree.exclusiveRoot(tag);
  if (root === null) return [];
  const within = new Set(rules.tree.descendants(root));
  return Object.keys(state.tags).filter((carried) => carried !== tag && within.has(carried));
};

const fullGroup = (state: CustomerState, tag: string, replaced: number, rules: RulesInForce): TagNode | undefined =>
  rules.tree.ancestors(tag).flatMap((id) => {
    const node = rules.tree.node(id);
    if (node?.max === undefined) return [];
    const within = new Set(rules.tree.descendants(id));
    const carried = Object.keys(state.tags).filter((one) => within.has(one)).length;
    return carried - replaced >= node.max ? [node] : [];
  })[0];

/**
 * Whether a customer can take one more tag: which it replaces, or what stands in the way. `mayReplace` says whether the
 * one who asks may take a rival away; one that may not go refuses the whole change. `bounded`: whether
 * caps and group maxima count; they are for what is asked now, not for what was accepted once.
 */
export const roomFor = (
  state: CustomerState,
  tag: string,
  rules: RulesInForce,
  mayReplace: (rival: TagNode) => boolean,
  bounded = true,
): Room => {
  if (state.tags[tag]) return { ok: true, replaces: [] };
  const replaces = rivals(state, tag, rules);
  const kept = replaces.find((id) => {
    const node = rules.tree.node(id);
    return node !== undefined && !mayReplace(node);
  });
  if (kept !== undefined) return { ok: false, code: 'replaces_restricted', other: kept };
  if (!bounded) return { ok: true, replaces };
  const full = fullGroup(state, tag, replaces.length, rules);
  if (full) return { ok: false, code: 'group_full', other: full.id };
  if (Object.keys(state.tags).length - replaces.length >= rules.caps.perCustomer)
    return { ok: false, code: 'tag_cap', other: tag };
  return { ok: true, replaces };
};
