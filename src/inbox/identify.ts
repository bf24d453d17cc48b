import type { KeptEvent } from '../domain/event.ts';
import { identityParts } from '../domain/key.ts';

/** What is already known of the events' identities: identity key or `#` and key hash → customer, and which ids are taken. */
export interface Known {
  identities: ReadonlyMap<string, string>;
  taken: ReadonlySet<string>;
  /** Whether somebody said that two customers are not one. */
  apart?: (a: string, b: string) => boolean;
}

export interface Identified {
  /** Customer → their events, in the order given. */
  events: Map<string, KeptEvent[]>;
  /** Identity key → customer, for all keys that the events name. */
  owners: Map<string, string>;
  /** Identities to write. */
  identities: { _id: string; customer: string }[];
  /** Two customers that exist already and that a joining key says are one; they must be joined before anything else. */
  join: [string, string] | null;
}

/** The keys by which an event names its customer. */
export const keysOf = ({ identity, joinKey, body }: KeptEvent): string[] => [
  ...(identity === null ? [] : [identity]),
  ...[...(joinKey === null ? [] : [joinKey]), ...(body.kind === 'import' ? body.keys : [])].map((key) => `#${key}`),
];

/** The ids that a new customer of this identity may get: the short one that people type, else one with its channel. */
export const candidates = (identity: string): string[] => {
  const { channel, account, id } = identityParts(identity);
  return [id, `${channel}:${id}`, `${channel}:${account}:${id}`];
};

/** Says whose events these are, making new customers where nobody is known. Pure. */
export const identify = (events: readonly KeptEvent[], known: Known): Identified => {
  const owner = new Map(known.identities);
  const created = new Set<string>();
  const existing = new Set(known.identities.values());
  let join: Identified['join'] = null;

  const create = (identity: string): string => {
    const free = candidates(identity).find((name) => !known.taken.has(name) && !created.has(name)) ?? identity;
    created.add(free);
    return free;
  };

  /** Makes two customers one here, where at most one of them exists already, and gives the one that is kept. */
  const unite = (a: string, b: string): string => {
    if (existing.has(a) && existing.has(b)) {
      if (!known.apart?.(a, b)) join ??= [a, b];
      return a;
    }
    const [kept, gone] = existing.has(b) ? [b, a] : [a, b];
    created.delete(gone);
    for (const [key, customer] of owner) if (customer === gone) owner.set(key, kept);
    return kept;
  };

  const claim = (event: KeptEvent, identity: string) => {
    const keys = keysOf(event);
    const [first, ...others] = new Set(keys.flatMap((key) => owner.get(key) ?? []));
    if (first !== undefined) others.reduce(unite, first);
    const customer = keys.flatMap((key) => owner.get(key) ?? [])[0] ?? create(identity);
    for (const key of keys) if (!owner.has(key)) owner.set(key, customer);
  };

  for (const event of events) if (event.identity !== null) claim(event, event.identity);
  const found: Identified = { events: new Map(), owners: owner, identities: [], join };
  for (const [key, customer] of owner) if (!known.identities.has(key)) found.identities.push({ _id: key, customer });
  for (const event of events) {
    const customer = event.identity === null ? undefined : owner.get(event.identity);
    if (customer !== undefined) found.events.set(customer, [...(found.events.get(customer) ?? []), event]);
  }
  return found;
};
