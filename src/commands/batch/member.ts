import type { Customer } from '../../domain/customer.ts';

/** A customer of a page as they live now, under the id by which the batch knows them. */
export interface Member {
  id: string;
  held: Customer;
  /** Their identities: a change belongs to the first, like every other event. */
  identities: string[];
}
