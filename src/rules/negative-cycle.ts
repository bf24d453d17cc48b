import type { TagTree } from '../domain/tag-tree.ts';
import { GROUP_OF } from './family.ts';
import type { Action, EventRule, Rule, StateRule } from './rule.ts';

interface Step {
  to: Rule;
  /** Whether it asks that a tag is not there, or takes one away that was the reason. */
  negated: boolean;
}

/** What a rule may do to tags. */
interface Writes {
  gives: ReadonlySet<string>;
  /** Takes off by itself. */
  removes: ReadonlySet<string>;
  /** Those of an exclusive group that go when another one comes. */
  replaces: ReadonlySet<string>;
}

/** Rules that tags call up: those over a customer's state, and those on a tag that is newly carried. */
type Answering = StateRule | (EventRule & { on: { tagged: readonly string[] } });

const givenBy = (action: Action, tree: TagTree): readonly string[] => {
  if (action.do === 'add') return [action.tag];
  if (action.do === 'add_members') return tree.descendants(GROUP_OF[action.of]);
  return action.do === 'stage' ? [action.to] : [];
};

const writesOf = (rule: Answering, tree: TagTree): Writes => {
  const actions = rule.kind === 'event' ? rule.actions : [];
  const own = rule.kind === 'state' ? (rule.each === undefined ? [rule.tag] : tree.descendants(rule.tag)) : [];
  const gives = new Set([...own, ...actions.flatMap((one) => givenBy(one, tree))]);
  const others = (tag: string) => {
    const root = tree.exclusiveRoot(tag);
    return root === null ? [] : tree.descendants(root).filter((id) => id !== tag);
  };
  return {
    gives,
    removes: new Set(actions.flatMap((one) => (one.do === 'remove' ? [one.tag] : []))),
    replaces: new Set([...gives].flatMap(others)),
  };
};

const tagsIn = (reads: readonly string[]): string[] => reads.flatMap((read) => (read.startsWith('tag:') ? [read.slice(4)] : []));

const some = (tags: readonly string[], among: ReadonlySet<string>): boolean => tags.some((tag) => among.has(tag));

/** How a rule over the state hears of what another one writes: it asks that a tag is not there, or that one is which is taken away. */
const toState = ({ condition }: StateRule, { gives, removes, replaces }: Writes): Omit<Step, 'to'> | null => {
  const reads = tagsIn(condition.reads);
  const negated = tagsIn(condition.negates);
  const gone = new Set([...removes, ...replaces]);
  const changed = new Set([...gives, ...gone]);
  if (!some(reads, changed)) return null;
  return {
    negated:
      some(negated, changed) ||
      some(
        reads.filter((tag) => !negated.includes(tag)),
        gone,
      ),
  };
};

/**
 * How a rule on a tag hears of it: it is called up when the tag comes. One that takes such a tag off takes its reason away. One that is
 * called up by a tag and puts another of its group in its place only leads on, as long as nothing leads back: `leaves`.
 */
const toEvent = (tagged: readonly string[], { gives, removes }: Writes, leaves: boolean): Omit<Step, 'to'> | null => {
  if (some(tagged, removes)) return { negated: true };
  return some(tagged, gives) ? { negated: leaves } : null;
};

const stepsFrom = (rule: Answering, all: readonly Answering[], tree: TagTree): Step[] => {
  const writes = writesOf(rule, tree);
  const leaves = rule.kind === 'event' && some(rule.on.tagged, writes.replaces);
  return all.flatMap((to): Step[] => {
    const heard = to.kind === 'state' ? toState(to, writes) : toEvent(to.on.tagged, writes, leaves);
    return heard ? [{ to, ...heard }] : [];
  });
};

/** The way from `start` back to itself on which at least one step is a negation, breadth first; null where there is none. */
const circleFrom = (start: Rule, steps: (rule: Rule) => Step[]): string[] | null => {
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

const isAnswering = (rule: Rule): rule is Answering => rule.kind === 'state' || 'tagged' in rule.on;

/**
 * A circle of rules that goes through a negation: there the answer would depend on who is asked first (semantics 14). The rules on
 * its way round by id, or null. What a rule asks of the tags from before an event leads to none.
 */
export const negativeCycle = (rules: readonly Rule[], tree: TagTree): string[] | null => {
  const all = rules.filter(isAnswering);
  const known = new Map<Rule, Step[]>(all.map((rule) => [rule, stepsFrom(rule, all, tree)]));
  for (const rule of all) {
    const found = circleFrom(rule, (one) => known.get(one) ?? []);
    if (found) return found;
  }
  return null;
};
