import type { CustomerState } from '../domain/customer.ts';
import type { Anchor, Condition } from './condition.ts';

/** The rules that can hold for a customer, at an event of this channel (null: at none). */
export type Anchored<R> = (state: CustomerState, channel: string | null) => readonly R[];

type ById<R> = Map<string, R[]>;

const put = <R>(rules: ById<R>, id: string, rule: R): void => {
  const there = rules.get(id);
  if (there) there.push(rule);
  else rules.set(id, [rule]);
};

/**
 * Finds the rules that can hold by what must be there for them to: the others cost nothing, however many they are. `needsOf` says what
 * that is; null: they are among the found in any case.
 */
export const createAnchored = <R extends { condition: Condition }>(
  rules: readonly R[],
  needsOf = (rule: R): Condition['needs'] => rule.condition.needs,
): Anchored<R> => {
  const always = rules.filter((rule) => needsOf(rule) === null);
  if (always.length === rules.length) return () => always;
  const kinds: Record<Anchor['kind'], ById<R>> = {
    ...{ tag: new Map(), topic: new Map(), event: new Map(), field: new Map(), channel: new Map() },
  };
  for (const rule of rules) for (const { kind, id } of needsOf(rule) ?? []) put(kinds[kind], id, rule);
  const once = rules.every((rule) => (needsOf(rule)?.length ?? 0) < 2);
  const look = (among: ById<R>, held: object, found: R[]): void => {
    if (among.size > 0) for (const id in held) for (const rule of among.get(id) ?? NONE) found.push(rule as R);
  };
  return (state, channel) => {
    const found: R[] = always.length > 0 ? [...always] : [];
    look(kinds.tag, state.tags, found);
    look(kinds.topic, state.marks, found);
    look(kinds.event, state.happened, found);
    look(kinds.field, state.fields, found);
    if (channel !== null && kinds.channel.size > 0) found.push(...(kinds.channel.get(channel) ?? []));
    return once ? found : [...new Set(found)];
  };
};

const NONE: readonly never[] = [];
