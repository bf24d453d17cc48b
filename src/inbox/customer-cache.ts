import type { Customer } from '../domain/customer.ts';

/** Customers held at most; a few kilobytes each. */
const MOST = 10_000;
/** Batches for which nothing is taken from the cache after somebody else was seen writing. */
const WARY = 50;

/**
 * Remembers customers as this process last wrote them, so that a busy one is not read again for every batch. It may be wrong, and
 * that is safe: a write names the version it was decided on, and one that finds another version is worked out anew from the store.
 */
export const createCustomerCache = () => {
  const customers = new Map<string, Customer>();
  const owners = new Map<string, string>();
  let wary = 0;

  const put = (customer: Customer) => {
    // Moved to the end, so that the first is the one longest untouched.
    customers.delete(customer._id);
    customers.set(customer._id, customer);
    for (const [id] of customers) {
      if (customers.size <= MOST) break;
      customers.delete(id);
    }
    if (owners.size > 2 * MOST) owners.clear();
  };

  return {
    /** What is known of these identity keys; the rest must be looked up. */
    of: (keys: readonly string[]): { identities: Map<string, string>; customers: Map<string, Customer> } => {
      const known = { identities: new Map<string, string>(), customers: new Map<string, Customer>() };
      if (wary > 0) {
        wary -= 1;
        return known;
      }
      for (const key of keys) {
        const id = owners.get(key);
        const customer = id === undefined ? undefined : customers.get(id);
        if (id === undefined || !customer) continue;
        known.identities.set(key, id);
        known.customers.set(id, customer);
      }
      return known;
    },
    written: (done: readonly Customer[], identities: Iterable<readonly [string, string]>): void => {
      for (const [key, id] of identities) owners.set(key, id);
      for (const customer of done) put(customer);
    },
    /** Somebody else writes too: trust nothing, and for a while take nothing. */
    doubt: (): void => {
      customers.clear();
      owners.clear();
      wary = WARY;
    },
  };
};

export type CustomerCache = ReturnType<typeof createCustomerCache>;
