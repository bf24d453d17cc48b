import type { App } from '../app.ts';
import type { Customer, CustomerState } from '../domain/customer.ts';
import type { Instant } from '../domain/time.ts';
import { fold } from '../fold/fold.ts';

/** Customers whose histories are read together. */
const PAGE = 200;

/** Whether nothing has happened to them since, and nothing was due until then: they are as they were. */
const unchangedSince = (at: Instant, { state, stale, dueAt }: Customer): boolean =>
  !stale && state.at <= at && state.ranTo <= at && (dueAt === undefined || dueAt > at);

/** Customers as of a moment before now, by their ids: what had happened to them until then, by the rules of today. */
export const statesAt = async (app: App, customers: readonly Customer[], at: Instant): Promise<Map<string, CustomerState>> => {
  const states = new Map(customers.map(({ _id, state }) => [_id, state]));
  const changed = customers.filter((customer) => !unchangedSince(at, customer)).map(({ _id }) => _id);
  for (let place = 0; place < changed.length; place += PAGE) {
    const histories = await app.store.histories(changed.slice(place, place + PAGE));
    for (const [id, history] of histories) {
      const until = history.filter((event) => event.at <= at);
      states.set(id, fold(until, at, app.inForce.rules()));
    }
  }
  return states;
};

/** One customer as of a moment before now. */
export const stateAt = async (app: App, customer: Customer, at: Instant): Promise<CustomerState> =>
  (await statesAt(app, [customer], at)).get(customer._id) ?? customer.state;
