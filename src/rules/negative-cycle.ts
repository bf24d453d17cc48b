import type { TagTree } from '../domain/tag-tree.ts';
import type { Rule, StateRule } from './rule.ts';

interface Step {
  to: StateRule;
  /** Whether it asks that a tag is not there. */
  negated: boolean;
}

/** The tags that a rule may set or take away, with those of their exclusive groups that go when they come. */
const writes = (rule: Rule, tree: TagTree): Set<string> => {
  const own =
    rule.kind === 'state'
      ? rule.each === undefined
        ? [rule.tag]
        : tree.descendants(rule.tag)
      : rule.actions.flatMap((one) => (one.do === 'add' || one.do === 'remove' ? [one.tag] : one.do === 'stage' ? [one.to] : []));
  return new Set(
    own.flatMap((tag) => {
      const root = tree.exclusiveRoot(tag);
      return root === null ? [tag] : tree.descendants(root);
    }),
  );
};

const tagsIn = (reads: readonly string[]): string[] => reads.flatMap((read) => (read.startsWith('tag:') ? [read.slice(4)] : []));

/** Tags that go when this rule's own tag comes: the others of its exclusive group. */
const takenAway = ({ tag }: StateRule, tree: TagTree): Set<string> => {
  const root = tree.exclusiveRoot(tag);
  return new Set(root === null ? [] : tree.descendants(root).filter((id) => id !== tag));
};

/** Whether what changes can turn the rule against itself: it asks that a tag is not there, or that one is which is taken away. */
const asksAgainst = ({ condition }: StateRule, changed: ReadonlySet<string>, taken: ReadonlySet<string>): boolean => {
  const negated = tagsIn(condition.negates);
  return (
    negated.some((tag) => changed.has(tag)) || tagsIn(condition.reads).some((tag) => taken.has(tag) && !negated.includes(tag))
  );
};

const stepsFrom = (rule: StateRule, states: readonly StateRule[], tree: TagTree): Step[] => {
  const changed = writes(rule, tree);
  const taken = takenAway(rule, tree);
  return states
    .filter((to) => tagsIn(to.condition.reads).some((tag) => changed.has(tag)))
    .map((to) => ({ to, negated: asksAgainst(to, changed, taken) }));
};

/** The way from `start` back to itself on which at least one step is a negation, breadth first; null where there is none. */
const circleFrom = (start: StateRule, steps: (rule: StateRule) => Step[]): string[] | null => {
  const queue = [{ rule: start, path: [start.id], negated: false }];
  const seen = new Set<string>();
  for (const { rule, path, negated } of queue) {
    for (const step of steps(rule)) {
      const next = { rule: step.to, path: [...path, step.to.id], negated: negated || step.negated };
      if (step.to === start && next.negated) return next.path;
      const key = `${step.to.id}/${next.negated}`;
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return null;
};

/**
 * A circle of rules that goes through a negation: there the answer would depend on who is asked first (semantics 14). The rules on
 * its way round by id, or null.
 */
export const negativeCycle = (states: readonly StateRule[], tree: TagTree): string[] | null => {
  const known = new Map(states.map((rule) => [rule, stepsFrom(rule, states, tree)]));
  for (const rule of states) {
    const found = circleFrom(rule, (one) => known.get(one) ?? []);
    if (found) return found;
  }
  return null;
};
