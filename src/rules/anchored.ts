import type { CustomerState } from '../domain/customer.ts';
import { withoutCase } from '../domain/profile.ts';
import type { Anchor, Condition } from './condition.ts';

/** The rules that can hold for a customer, at an event of this channel (null: at none). */
export type Anchored<R> = (state: CustomerState, channel: string | null) => readonly R[];

type Needs = readonly Anchor[];

/** What is there tells by its bits which rules to pass over: two things may share one, and then the rule is asked for nothing. */
const BITS = 30;
/** Is always there. */
const ALWAYS = 1 << BITS;
/** Lists beside the one by which a rule is found. */
const GATES = 2;
/** All bits. */
const ANY = -1;
/** Rules that are asked without a look at what else they need. */
const FEW = 4;

/** Something that may be there: the rules that are found by it, and of each the bits of which it needs one, `GATES` times. */
interface Place<R> {
  bit: number;
  rules: R[];
  gates: number[];
  /** Of a field: its values. */
  values: Map<string, Place<R>>;
}

type Places<R> = Map<string, Place<R>>;

const placeOf = <R>(places: Places<R>, id: string): Place<R> => {
  const place = places.get(id) ?? { bit: 0, rules: [], gates: [], values: new Map() };
  places.set(id, place);
  return place;
};

const meet = <R>(places: Places<R>, held: object, met: Place<R>[]): void => {
  if (places.size === 0) return;
  for (const id in held) {
    const place = places.get(id);
    if (place !== undefined) met.push(place);
  }
};

const meetFields = <R>(places: Places<R>, fields: CustomerState['fields'], met: Place<R>[]): void => {
  for (const [id, field] of places) {
    const held = fields[id];
    if (held === undefined) continue;
    met.push(field);
    if (field.values.size === 0) continue;
    for (const one of Array.isArray(held) ? held : [held]) {
      const place = field.values.get(withoutCase(one));
      if (place !== undefined) met.push(place);
    }
  }
};

const finds = ({ rules, values }: Place<unknown>): boolean => rules.length > 0 || [...values.values()].some(finds);

const listsOf = ({ needs, also = [] }: Pick<Condition, 'needs' | 'also'>): Needs[] => (needs === null ? [] : [needs, ...also]);

/**
 * Finds the rules that can hold by what must be there for them to: the others cost nothing, however many they are. Of several such things
 * a rule is found by the rarest, and passed over where another is missing. `needsOf` says what they are; none: it is found in any case.
 */
export const createAnchored = <R extends { condition: Condition }>(
  rules: readonly R[],
  needsOf = (rule: R): Pick<Condition, 'needs' | 'also'> => rule.condition,
): Anchored<R> => {
  const always = rules.filter((rule) => needsOf(rule).needs === null);
  if (always.length === rules.length) return () => always;
  const kinds: Record<Anchor['kind'], Places<R>> = {
    ...{ tag: new Map(), topic: new Map(), event: new Map(), field: new Map(), channel: new Map() },
  };
  const at = ({ kind, id, is }: Anchor): Place<R> => {
    const place = placeOf(kinds[kind], id);
    return is === undefined ? place : placeOf(place.values, is);
  };
  const asked = new Map<Place<R>, number>();
  for (const rule of rules) for (const one of listsOf(needsOf(rule)).flat()) asked.set(at(one), (asked.get(at(one)) ?? 0) + 1);
  const crowd = (needs: Needs): number => needs.reduce((sum, one) => sum + (asked.get(at(one)) ?? 0), 0);
  let bits = 0;
  const bitsOf = (needs: Needs | undefined): number =>
    (needs ?? []).reduce(
      (all, one) => {
        const place = at(one);
        if (place.bit === 0) place.bit = 1 << (bits++ % BITS);
        return all | place.bit;
      },
      needs ? 0 : ALWAYS,
    );
  const shared = new Set<R>();
  for (const rule of rules) {
    const [rarest = [], ...others] = listsOf(needsOf(rule)).sort((a, b) => crowd(a) - crowd(b));
    const gates = Array.from({ length: GATES }, (_, n) => bitsOf(others[n]));
    for (const one of rarest) {
      at(one).rules.push(rule);
      at(one).gates.push(...gates);
    }
    if (rarest.length > 1) shared.add(rule);
  }
  const { tag, topic, event, field, channel: channels } = kinds;
  const byMore = [...field.values(), ...channels.values()].some(finds);
  const meetMore = (state: CustomerState, channel: string | null, met: Place<R>[]): void => {
    meetFields(field, state.fields, met);
    const over = channel === null ? undefined : channels.get(channel);
    if (over !== undefined) met.push(over);
  };
  /** Those found by what is there, but for those that lack another thing: `there` has the bits of all that is. */
  const through = (met: readonly Place<R>[], there: number): readonly R[] => {
    const found = always.slice();
    let twice = false;
    for (const { rules, gates } of met)
      for (let n = 0; n < rules.length; n += 1) {
        if ((there & (gates[GATES * n] as number)) === 0 || (there & (gates[GATES * n + 1] as number)) === 0) continue;
        const rule = rules[n] as R;
        found.push(rule);
        twice ||= shared.size > 0 && shared.has(rule);
      }
    return twice ? [...new Set(found)] : found;
  };
  return (state, channel) => {
    const met: Place<R>[] = [];
    meet(tag, state.tags, met);
    meet(topic, state.marks, met);
    meet(event, state.happened, met);
    let candidates = 0;
    for (const { rules } of met) candidates += rules.length;
    // Asking a few costs less than finding out whom to pass over.
    if (candidates <= FEW && !byMore) return through(met, ANY);
    meetMore(state, channel, met);
    let there = ALWAYS;
    for (const { bit } of met) there |= bit;
    return through(met, there);
  };
};
