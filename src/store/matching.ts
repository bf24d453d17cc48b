import type { Customer, CustomerState } from '../domain/customer.ts';
import type { Collections } from './collections.ts';
import { living } from './living.ts';
import { PAGE_ORDER } from './page-after.ts';

/** What a table shows of a customer; the rest of the state is many times as large. */
export type Outline = Pick<Customer, '_id' | 'facts' | 'tagIds'> & {
  state: Pick<CustomerState, 'name' | 'owner' | 'fields' | 'contacts' | 'firstContactAt' | 'lastContactAt' | 'importedContactAt'>;
};

const STATE = [
  'name',
  'owner',
  'fields',
  'contacts',
  'firstContactAt',
  'lastContactAt',
  'importedContactAt',
] satisfies (keyof Outline['state'])[];
const OUTLINE = { facts: 1, tagIds: 1, ...Object.fromEntries(STATE.map((part) => [`state.${part}`, 1])) };

/** All living customers that a compiled segment matches, last contact first, read as they are asked for. */
export const createMatching =
  ({ customers }: Collections) =>
  (filter: object): AsyncIterable<Outline> =>
    customers
      .find({ $and: [filter, living] }, OUTLINE)
      .sort(PAGE_ORDER)
      .allowDiskUse(true)
      .lean<Outline[]>()
      .cursor({ batchSize: 1000 }) as unknown as AsyncIterable<Outline>;
