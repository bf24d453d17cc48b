import type { EventRule, Rule, RuleSet, StateRule } from './rule.ts';

/** Facts that time changes by itself. */
const TIMED = new Set(['interactions', 'spend', 'orders', 'silence', 'quotes', 'journey']);

const timed = ({ condition }: StateRule): boolean =>
  condition.reads.some((read) => TIMED.has(read) || /^(?:tag|topic|event):/.test(read));

const byKey = <T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const item of items) for (const key of keysOf(item)) found.set(key, [...(found.get(key) ?? []), item]);
  return found;
};

/** The rules that are on, by what they depend on, so that an event looks only at those that it can affect. */
export const createRuleSet = (given: readonly Rule[]): RuleSet => {
  const all = given.filter(({ mode }) => mode === 'on');
  const states = all.filter((rule): rule is StateRule => rule.kind === 'state');
  const events = all.filter((rule): rule is EventRule => rule.kind === 'event');
  const readers = byKey(states, ({ condition }) => condition.reads);
  const onEvent = byKey(events, ({ on }) => ('event' in on ? [on.event] : []));
  const onTagged = byKey(events, ({ on }) => ('tagged' in on ? on.tagged : []));
  return {
    all,
    states,
    reading: (facts) => [...new Set([...facts].flatMap((fact) => readers.get(fact) ?? []))],
    timed: states.filter(timed),
    onEvent: (name) => onEvent.get(name) ?? [],
    onTagged: (tags) => [...new Set(tags.flatMap((tag) => onTagged.get(tag) ?? []))],
  };
};
