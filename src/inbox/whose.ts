import type { Customer } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { Store } from '../store/store.ts';
import type { CustomerCache } from './customer-cache.ts';
import { candidates, type Identified, identify, keysOf } from './identify.ts';

export interface Whose {
  found: Identified;
  /** The customers that exist already. */
  customers: Map<string, Customer>;
}

/** Finds out whose events these are. Customers whom a joining key makes one are joined first. */
export const createWhose = ({ store, cache }: { store: Pick<Store, 'customers' | 'join'>; cache: CustomerCache }) => {
  const lookUp = async (events: readonly KeptEvent[]) => {
    const keys = [...new Set(events.flatMap(keysOf))];
    const { identities, customers } = cache.of(keys);
    const unknown = keys.filter((key) => !identities.has(key));
    if (unknown.length === 0) return { identities, customers };
    // Most customers have the id that their identity suggests, so both are asked for at once.
    const likely = new Set(
      events.flatMap(({ identity }) => (identity !== null && !identities.has(identity) ? candidates(identity) : [])),
    );
    const take = (found: Customer[]) => {
      for (const customer of found) customers.set(customer._id, customer);
    };
    const [found, guessed] = await Promise.all([store.customers.identities(unknown), store.customers.load([...likely])]);
    for (const { _id, customer } of found) identities.set(_id, customer);
    take(guessed);
    const others = [...new Set(identities.values())].filter((id) => !customers.has(id));
    if (others.length > 0) take(await store.customers.load(others));
    return { identities, customers };
  };

  return async (events: readonly KeptEvent[]): Promise<Whose> => {
    for (;;) {
      const { identities, customers } = await lookUp(events);
      const apart = (a: string, b: string) =>
        customers.get(a)?.apart?.includes(b) === true || customers.get(b)?.apart?.includes(a) === true;
      const found = identify(events, { identities, taken: new Set(customers.keys()), apart });
      const [kept, gone] = (found.join ?? []).map((id) => customers.get(id));
      if (!kept || !gone) return { found, customers };
      await store.join(kept, gone);
      cache.doubt();
    }
  };
};
