import type { TagTree } from '../domain/tag-tree.ts';
import { negativeCycle } from './negative-cycle.ts';
import type { Rule, StateRule } from './rule.ts';

/** Something wrong with rules that no single one shows. */
export interface RuleFault {
  rule: Rule;
  message: string;
}

/** Tags that no machine may set, ids given twice, and circles through a negation. */
export const checkRules = (rules: readonly Rule[], tree: TagTree): RuleFault[] => {
  const faults: RuleFault[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    if (seen.has(rule.id)) faults.push({ rule, message: 'Choose another id: two rules have this one.' });
    seen.add(rule.id);
    const tags =
      rule.kind === 'state'
        ? [rule.tag]
        : rule.actions.flatMap((one) => ('tag' in one ? [one.tag] : 'to' in one && one.do === 'stage' ? [one.to] : []));
    if (tags.some((tag) => tree.node(tag)?.machine === false))
      faults.push({ rule, message: 'Use another tag: no machine may set or take off this one.' });
  }
  const states = rules.filter((rule): rule is StateRule => rule.kind === 'state');
  const cycle = negativeCycle(states, tree);
  const first = states.find(({ id }) => id === cycle?.[0]);
  if (cycle && first) faults.push({ rule: first, message: `Break the circle: ${cycle.join(' → ')} goes through a negation.` });
  return faults;
};
