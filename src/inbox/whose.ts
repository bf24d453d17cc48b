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
    for (const { _id, customer } of await store.customers.identities(unknown)) identities.set(_id, customer);
    const fresh = events.flatMap(({ identity }) => (identity !== null && !identities.has(identity) ? candidates(identity) : []));
    const ids = new Set([...identities.values(), ...fresh].filter((id) => !customers.has(id)));
    for (const customer of await store.customers.load([...ids])) customers.set(customer._id, customer);
    return { identities, customers };
  };

  return async (events: readonly KeptEvent[]): Promise<Whose> => {
    for (;;) {
      const { identities, customers } = await lookUp(events);
      const found = identify(events, { identities, taken: new Set(customers.keys()) });
      const [kept, gone] = (found.join ?? []).map((id) => customers.get(id));
      if (!kept || !gone) return { found, customers };
      await store.join(kept, gone);
      cache.doubt();
    }
  };
};
