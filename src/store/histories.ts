import type { KeptEvent } from '../domain/event.ts';
import type { Customers } from './customers.ts';
import type { Events } from './events.ts';

/** The applied events of each of these customers, in the order of the fold: two queries, however many they are. */
export const createHistories =
  ({ customers, events }: { customers: Customers; events: Events }) =>
  async (ids: readonly string[]): Promise<Map<string, KeptEvent[]>> => {
    const histories = new Map(ids.map((id): [string, KeptEvent[]] => [id, []]));
    if (ids.length === 0) return histories;
    const keys = (await customers.identitiesOf([...ids])).filter(({ _id }) => !_id.startsWith('#'));
    const owners = new Map(keys.map(({ _id, customer }) => [_id, customer]));
    for (const event of await events.history([...owners.keys()]))
      histories.get(owners.get(event.identity ?? '') ?? '')?.push(event);
    return histories;
  };
