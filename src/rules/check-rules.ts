import type { TagTree } from '../domain/tag-tree.ts';
import { negativeCycle } from './negative-cycle.ts';
import type { Rule, StateRule } from './rule.ts';

/** Something wrong with rules that no single one shows. */
export interface SetFault {
  rule: Rule;
  /** Behind the id of the rule. */
  field: string;
  message: string;
}

const repeatedIds = (rules: readonly Rule[]): SetFault[] => {
  const first = new Map<string, Rule>();
  return rules.flatMap((rule) => {
    const other = first.get(rule.id);
    if (!other) first.set(rule.id, rule);
    return other ? [{ rule, field: '.id', message: `Choose another id: a rule of ${other.written.file} has this one.` }] : [];
  });
};

/** Ids given twice, and circles through a negation among those that are on. */
export const checkRules = (rules: readonly Rule[], tree: TagTree): SetFault[] => {
  const states = rules.filter((rule): rule is StateRule => rule.kind === 'state' && rule.mode === 'on');
  const cycle = negativeCycle(states, tree);
  const first = states.find(({ id }) => id === cycle?.[0]);
  const circle = cycle && first ? [`Break the circle: ${cycle.join(' → ')} goes through a negation.`] : [];
  return [...repeatedIds(rules), ...(first ? circle.map((message) => ({ rule: first, field: '.while', message })) : [])];
};
