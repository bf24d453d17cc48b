import type { App } from '../app.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { Instant } from '../domain/time.ts';
import { fold } from '../fold.ts';

/** A customer as of a moment before now: what had happened to them until then, by the rules of today. */
export const stateAt = async (app: App, customer: string, at: Instant): Promise<CustomerState> => {
  const history = await app.store.events.history(await app.store.customers.keysOf(customer));
  return fold(
    history.filter((event) => event.at <= at),
    at,
    app.inForce.rules(),
  );
};
