import type { App } from '../app.ts';
import type { Customer } from '../domain/customer.ts';
import { UserError } from '../errors.ts';

/**
 * The customer of an id, and of nothing else: an address means one customer for good, which a name does not.
 * @throws UserError `unknown_customer`, or `customer_merged` with the id of whom they became part.
 */
export const customerAt = async ({ store }: App, id: string): Promise<Customer> => {
  const [found] = await store.customers.load([id]);
  if (!found) throw new UserError('unknown_customer', { name: id });
  if (found.mergedInto === undefined) return found;
  const heir = (await store.customers.living([id])).get(id);
  throw new UserError('customer_merged', { into: heir?._id ?? found.mergedInto });
};
