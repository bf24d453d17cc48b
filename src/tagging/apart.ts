// Customers are found to be one only after people have tagged them. What somebody did to one of them says nothing of the identities
// that they did not know: a merge takes no restricted tag off (semantics 13).
import type { CustomerState, Yielded } from '../domain/customer.ts';
import type { RulesInForce } from '../rules/in-force.ts';
import { rivals } from './room.ts';

const meet = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));

/**
 * Takes a restricted tag off those identities `of` which a person knew, who takes it off or puts another in its place; true when it was
 * set on others too, and therefore stays.
 */
export const staysApart = (state: CustomerState, tag: string, of: readonly string[], rules: RulesInForce): boolean => {
  const held = state.tags[tag];
  if (!held || rules.tree.node(tag)?.roles === undefined) return false;
  if (!held.causes.some((cause) => cause.of?.some((identity) => !of.includes(identity)))) return false;
  const causes = held.causes.flatMap((cause) => {
    const left = cause.of?.filter((identity) => !of.includes(identity));
    return left === undefined ? [cause] : left.length === 0 ? [] : [{ ...cause, of: left }];
  });
  state.tags[tag] = { ...held, causes };
  return true;
};

/** Notes that somebody set a restricted tag, which is carried already, on these identities too. */
export const alsoSetOn = (state: CustomerState, tag: string, of: readonly string[]): void => {
  const cause = state.tags[tag]?.causes.find((one) => one.of !== undefined);
  if (cause?.of) cause.of = [...new Set([...cause.of, ...of])];
};

/** Forgets what of these tags had given way on these identities, where somebody who knew them changes it again. */
export const overtake = (state: CustomerState, tags: readonly string[], of: readonly string[]): void => {
  state.yielded = state.yielded.filter((one) => !(tags.includes(one.tag) && meet(one.of, of)));
};

/** Whether a tag gives way to a restricted one on identities that its giver did not know; it is remembered for when that goes. */
export const givesWay = (state: CustomerState, given: Omit<Yielded, 'to'>, rules: RulesInForce): boolean => {
  const [to] = rivals(state, given.tag, rules).filter((rival) => staysApart(state, rival, given.of, rules));
  if (to === undefined) return false;
  state.yielded.push({ ...given, to });
  return true;
};

/** Remembers of the tags that `tag` replaces those that somebody set on identities unknown to its giver, and what had given way to them. */
export const rememberReplaced = (state: CustomerState, replaces: readonly string[], tag: string, of: readonly string[]): void => {
  for (const one of state.yielded) if (replaces.includes(one.to)) one.to = tag;
  for (const replaced of replaces)
    for (const cause of state.tags[replaced]?.causes ?? [])
      if (cause.of && !meet(cause.of, of)) state.yielded.push({ tag: replaced, to: tag, cause, of: cause.of });
};

/** What had given way to a tag that somebody takes off who knew nothing of it: nothing is in its way any more. */
export const givenBack = (state: CustomerState, tag: string, of: readonly string[], rules: RulesInForce): Yielded[] => {
  const waiting = state.yielded.filter(({ to }) => to === tag);
  state.yielded = state.yielded.filter(({ to }) => to !== tag);
  return waiting.filter((one) => !meet(one.of, of) && rivals(state, one.tag, rules).length === 0).slice(-1);
};
