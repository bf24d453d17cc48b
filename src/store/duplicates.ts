import type { Customer } from '../domain/customer.ts';
import type { Collections } from './collections.ts';
import { living } from './living.ts';

/** Customers who have one phone number or address. */
export interface Duplicate {
  by: 'phone' | 'email';
  customers: Customer[];
}

/** Customers named of one number: more have only shared lines. */
const MOST_EACH = 10;

/** Finds customers who are probably one person, by the hashes of their contacts; the largest base is read by an index alone. Lines that
 * people share (`~`, contact-key.ts) tell nothing. */
export const createDuplicates =
  ({ customers }: Collections) =>
  async (limit: number): Promise<Duplicate[]> => {
    const found = await customers.aggregate<{ _id: string; ids: string[] }>([
      { $match: { 'contacts.0': { $exists: true }, ...living } },
      { $unwind: '$contacts' },
      { $match: { contacts: { $not: /^~/ } } },
      { $group: { _id: '$contacts', ids: { $push: '$_id' } } },
      { $match: { 'ids.1': { $exists: true } } },
      { $sort: { _id: 1 } },
      { $limit: limit },
    ]);
    const named = found.map(({ _id, ids }) => ({ key: _id, ids: ids.sort().slice(0, MOST_EACH) }));
    const loaded = await customers.find({ _id: { $in: named.flatMap(({ ids }) => ids) } }).lean<Customer[]>();
    const byId = new Map(loaded.map((one) => [one._id, one]));
    return named.flatMap(({ key, ids }): Duplicate[] => {
      const all = ids.flatMap((id) => byId.get(id) ?? []);
      // Those of whom somebody said that they are other people are not proposed again.
      const meant = all.filter((one) => all.some((other) => other !== one && !isApart(one, other)));
      const by = meant[0]?.state.contacts['phone'] === key ? 'phone' : 'email';
      return meant.length < 2 ? [] : [{ by, customers: meant }];
    });
  };

const isApart = (a: Customer, b: Customer): boolean => a.apart?.includes(b._id) === true || b.apart?.includes(a._id) === true;
