import type { Customer } from '../domain/customer.ts';
import type { Collections } from './collections.ts';

/** All living customers that a compiled segment matches, last contact first, read as they are asked for. */
export const createMatching =
  ({ customers }: Collections) =>
  (filter: object): AsyncIterable<Customer> =>
    customers
      .find({ $and: [filter, { mergedInto: { $exists: false } }] })
      .sort({ lastContactAt: -1, _id: 1 })
      .allowDiskUse(true)
      .lean<Customer[]>()
      .cursor() as unknown as AsyncIterable<Customer>;
