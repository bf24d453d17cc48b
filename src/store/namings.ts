import type { Customer } from '../domain/customer.ts';
import { NO_OWNER } from '../domain/facts.ts';
import { NAMED_UNKNOWN, type Named } from '../domain/named.ts';
import type { Collections } from './collections.ts';
import { living } from './living.ts';

/** What customers carry, and what their facts and fields name: products, owners, values of fields. */
export const createNamings = (customers: Collections['customers']) => ({
  /** What customers' facts name that was not in the catalogue when they were folded last, each with how often and when last. */
  unknownNamings: (limit: number): Promise<Named[]> =>
    customers.aggregate<Named>([
      { $match: { 'named.0': { $exists: true }, named: NAMED_UNKNOWN, ...living } },
      { $unwind: '$state.named' },
      {
        $group: {
          _id: { product: '$state.named.product', model: '$state.named.model' },
          count: { $sum: '$state.named.count' },
          at: { $max: '$state.named.at' },
        },
      },
      { $sort: { count: -1, at: -1 } },
      { $limit: limit },
      { $project: { _id: 0, product: '$_id.product', model: '$_id.model', count: 1, at: 1 } },
    ]),

  /** Which tags these carry. */
  tagsOf: (ids: string[]): Promise<Pick<Customer, '_id' | 'tagIds'>[]> =>
    customers.find({ _id: { $in: ids } }, { tagIds: 1 }).lean<Pick<Customer, '_id' | 'tagIds'>[]>(),

  /** Whether anybody has one of these values in a field (`facts.profile`). */
  hasField: async (keys: string[]): Promise<boolean> =>
    (await customers.findOne({ 'facts.profile': { $in: keys }, ...living }, { _id: 1 }).lean()) !== null,

  /** The ids and names of the owners that customers have, folded. */
  ownerWords: async (): Promise<string[]> => {
    const found = (await customers.distinct('facts.profile', { 'facts.profile': /^owner:./ })) as unknown as string[];
    return found.flatMap((key) => (key.startsWith(NO_OWNER) && key !== NO_OWNER ? [key.slice(NO_OWNER.length)] : []));
  },

  /** The name that an owner goes by whose folded id or name this is. */
  ownerName: async (word: string): Promise<string> => {
    const one = await customers.findOne({ 'facts.profile': NO_OWNER + word }, { 'state.owner': 1 }).lean<Customer>();
    return one?.state.owner?.name ?? word;
  },
});
