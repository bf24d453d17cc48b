import type { TagTree } from '../domain/tag-tree.ts';
import { negativeCycle } from './negative-cycle.ts';
import type { Rule } from './rule.ts';

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
  const on = rules.filter(({ mode }) => mode === 'on');
  const cycle = negativeCycle(on, tree);
  const rule = on.find(({ id }) => id === cycle?.[0]);
  if (!cycle || !rule) return repeatedIds(rules);
  const message = `Break the circle: ${cycle.join(' → ')} goes through a negation.`;
  return [...repeatedIds(rules), { rule, field: rule.kind === 'state' ? '.while' : '.on', message }];
};
