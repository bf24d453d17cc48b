import type { Cause, Evidence } from '../domain/cause.ts';
import type { CustomerState } from '../domain/customer.ts';

/** Evidences kept a cause; `count` has them all. */
const KEPT = 5;

type CauseKey = Pick<Cause, 'kind' | 'id'>;

const same = (a: CauseKey, b: CauseKey): boolean => a.kind === b.kind && a.id === b.id;

const evidenceOf = (held: Cause, more: Cause): Evidence[] => {
  const fresh = more.evidence.filter((one) => !held.evidence.some((old) => old.event === one.event));
  return [...held.evidence, ...fresh].slice(-KEPT);
};

/** A cause that comes again keeps its beginning, takes the newer end, and gathers evidence. */
const refresh = (held: Cause, again: Cause): Cause => ({
  ...again,
  since: held.since,
  evidence: evidenceOf(held, again),
  count: held.count + again.count,
});

/** Adds `cause` to `causes`, or renews the one of the same kind and id. */
export const withCause = (causes: readonly Cause[], cause: Cause): Cause[] => {
  const held = causes.find((one) => same(one, cause));
  if (!held) return [...causes, { ...cause, evidence: cause.evidence.slice(-KEPT) }];
  return causes.map((one) => (one === held ? refresh(held, cause) : one));
};

/** Gives the customer the tag for this cause; true when the tag was not carried before. */
export const carry = (state: CustomerState, tag: string, cause: Cause): boolean => {
  const held = state.tags[tag];
  state.tags[tag] = held ? { since: held.since, causes: withCause(held.causes, cause) } : { since: cause.since, causes: [cause] };
  delete state.suggested[tag];
  return held === undefined;
};

/** Takes away the causes that `ends` names; true when the last one went, and the tag with it. */
export const dropCauses = (state: CustomerState, tag: string, ends: (cause: Cause) => boolean): boolean => {
  const held = state.tags[tag];
  if (!held) return false;
  const left = held.causes.filter((cause) => !ends(cause));
  if (left.length === held.causes.length) return false;
  if (left.length > 0) state.tags[tag] = { since: held.since, causes: left };
  else delete state.tags[tag];
  return left.length === 0;
};

/** The strongest cause of a carried tag (semantics 1: person > rule > pack > intent > prediction > import). */
export const strongest = (causes: readonly Cause[], order: readonly string[]): Cause | undefined =>
  [...causes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
