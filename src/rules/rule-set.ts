import type { CustomerState } from '../domain/customer.ts';
import { createAnchored } from './anchored.ts';
import { never } from './condition.ts';
import { positiveCircles } from './positive-circles.ts';
import type { EventRule, Rule, RuleSet, StateRule } from './rule.ts';

const byKey = <T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const there = found.get(key);
      if (there) there.push(item);
      else found.set(key, [item]);
    }
  return found;
};

const mapped = <T, R>(map: ReadonlyMap<string, T>, to: (value: T) => R): Map<string, R> =>
  new Map([...map].map(([key, value]) => [key, to(value)]));

const NONE: readonly never[] = [];

/** A rule with a task must also hear that it no longer holds where its tag never came. */
const needsOf = ({ condition, task }: StateRule) => (task === null ? condition.needs : null);

/** The rules that are on, by what they depend on, so that an event looks only at those that it can affect. */
export const createRuleSet = (given: readonly Rule[]): RuleSet => {
  const all = given.filter(({ mode }) => mode === 'on');
  const states = all.filter((rule): rule is StateRule => rule.kind === 'state');
  const events = all.filter((rule): rule is EventRule => rule.kind === 'event');
  const readers = mapped(
    byKey(states, ({ condition }) => condition.reads),
    (some) => createAnchored(some, needsOf),
  );
  const byId = new Map(all.map((rule) => [rule.id, rule]));
  const setting = byKey(states, ({ tag }) => [tag]);
  const timed = createAnchored(
    states.filter(({ condition }) => condition.turnsAt !== never),
    needsOf,
  );
  const onEvent = mapped(
    byKey(events, ({ on }) => ('event' in on ? [on.event] : [])),
    (some) => createAnchored(some),
  );
  const onTagged = byKey(events, ({ on }) => ('tagged' in on ? on.tagged : []));

  const around = positiveCircles(states);
  const circled = [...around.keys()];
  const circles = new Map([...around].map(([{ id }, mates]) => [id, mates]));
  const heldBack = (state: CustomerState): StateRule[] => {
    const found = new Set<StateRule>();
    for (const rules of Object.values(state.heldBack))
      for (const id in rules) {
        const rule = byId.get(id);
        if (rule?.kind === 'state') found.add(rule);
      }
    return [...found];
  };

  /** Those whose tag is there, or was turned down: whether they can hold or not, they must hear of what they read. */
  const concerned = (facts: readonly string[], held: object, found: Set<StateRule>) => {
    for (const tag in held)
      for (const rule of setting.get(tag) ?? []) if (rule.condition.reads.some((read) => facts.includes(read))) found.add(rule);
  };

  return {
    all,
    states,
    byId: (id) => byId.get(id),
    reading: (facts, state: CustomerState) => {
      const found = new Set<StateRule>();
      for (const fact of facts) for (const rule of readers.get(fact)?.(state, null) ?? []) found.add(rule);
      concerned(facts, state.tags, found);
      concerned(facts, state.rejected, found);
      for (const rule of heldBack(state)) if (rule.condition.reads.some((read) => facts.includes(read))) found.add(rule);
      return [...found];
    },
    heldBack,
    circle: ({ id }) => circles.get(id) ?? NONE,
    circling: ({ tags }) => (circled.length === 0 ? NONE : circled.filter(({ tag, each }) => each !== undefined || tags[tag])),
    setting: (tags) => tags.flatMap((tag) => setting.get(tag) ?? []),
    timed: (state) => timed(state, null),
    onEvent: (name, state, channel) => onEvent.get(name)?.(state, channel) ?? [],
    onTagged: (tags) => [...new Set(tags.flatMap((tag) => onTagged.get(tag) ?? []))],
  };
};
