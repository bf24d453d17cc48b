import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import { eventWishes } from '../rules/event-wishes.ts';
import type { RulesInForce } from '../rules/in-force.ts';
import type { EventRule, Note, RuleSet, StateRule } from '../rules/rule.ts';
import type { Said } from '../rules/said.ts';
import { stateWishes } from '../rules/state-wishes.ts';
import { topicWishes } from '../rules/topic-wishes.ts';
import type { Wish } from '../rules/wish.ts';
import { settle } from '../tagging/settle.ts';

/** Rules answer to what rules did so many times at most (semantics 14). */
const ROUNDS = 5;

/** What happened at one moment. */
export interface Happening {
  at: Instant;
  /** The event that is folded, or the passing of time (`due-event.ts`); null where a customer only begins. */
  event: KeptEvent | null;
  /** It is a message that was taken back: no tag and no stage rests on it. */
  recalled: boolean;
  /** What rules call it. */
  triggers: readonly string[];
  /** The customer's own words in it. */
  said: Said | null;
  /** What was changed already in this step: by a person, or by time. */
  changes: readonly Change[];
  /** Takes what rules have to say of it. */
  notes: Note[];
}

/** The tags carried before an event that has already made some changes. */
const carriedBefore = ({ tags }: CustomerState, changes: readonly Change[]): CustomerState['tags'] => {
  const before = { ...tags };
  for (const { tag, action } of changes) if (action === 'add') delete before[tag];
  return before;
};

/** The tags that newly came; where somebody only stands again is no news. */
const newIn = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ tag, action, reason }) => (action === 'add' && reason !== 'taken_back' ? [tag] : []));

/** State rules that read what changed. Whatever went may also have stood in the way of one that holds all the while. */
const concernedBy = (changed: readonly Change[], state: CustomerState, set: RuleSet): StateRule[] => {
  const facts = [...new Set(changed.map(({ tag }) => `tag:${tag}`))];
  const freed = changed.some(({ action }) => action === 'remove');
  return [...set.reading(facts, state), ...(freed ? set.heldBack(state) : []), ...set.circling(state)];
};

/** Whether nobody is to be asked again. Where rules go in circles, a cause that ended counts also where its tag stayed for another one. */
const isOver = (changed: readonly Change[], wishes: readonly Wish[], state: CustomerState, set: RuleSet): boolean =>
  changed.length === 0 && (wishes.length === 0 || set.circling(state).length === 0);

/**
 * Lets the rules answer to what happened, in rounds: all are asked about one state, what they wish is settled, and those that read a
 * tag which that changed are asked again. `first`: the state rules to ask in the first round, found when the words
 * of the event are noted. Changes `state`.
 */
export const react = (
  state: CustomerState,
  { at, event, recalled, triggers, said, changes: given, notes }: Happening,
  first: () => readonly StateRule[],
  rules: RulesInForce,
): Change[] => {
  const { set } = rules;
  const acted = new Set<string>();
  const once = <R extends { id: string }>(among: readonly R[]): R[] => {
    const fresh = among.filter(({ id }) => !acted.has(id));
    for (const { id } of fresh) acted.add(id);
    return fresh;
  };
  const before = event ? carriedBefore(state, given) : state.tags;
  const wished = (among: readonly EventRule[], about: KeptEvent) => eventWishes(state, before, among, about, at, rules, notes);
  const all: Change[] = [];
  let changed: readonly Change[] = given;
  for (let round = 0; round < ROUNDS; round += 1) {
    const tags = [...new Set(changed.map(({ tag }) => tag))];
    // Words first: they leave the mentions by which the rules about them are found.
    const wishes: Wish[] = round === 0 && said ? topicWishes(state, said, rules) : [];
    const states = [
      // What a person did to a rule's own tag is that rule's business too: its tasks go with the tag.
      ...(round === 0 ? [...first(), ...set.setting(tags)] : []),
      ...concernedBy(changed, state, set),
    ];
    if (event) {
      const own = once(round === 0 ? triggers.flatMap((name) => set.onEvent(name, state, event.channel)) : []);
      // The tasks of a message that was recalled are made all the same: somebody may be at work on them.
      wishes.push(...wished(own, event).filter(() => !recalled), ...wished(once(set.onTagged(newIn(changed))), event));
    }
    wishes.push(...stateWishes(state, [...new Set(states)], at, rules));
    changed = settle(state, wishes, at, rules);
    all.push(...changed);
    if (isOver(changed, wishes, state, set)) break;
  }
  return all;
};
