import { iso, isoOrNull } from '../answers/cause-answers.ts';
import { ownerName } from '../answers/owner-name.ts';
import type { App } from '../app.ts';
import type { Customer } from '../domain/customer.ts';
import { JOURNEY_NAMES, JOURNEY_NODES, reachedAt } from '../domain/journey.ts';
import { lastPurchaseAt } from '../domain/purchases.ts';
import type { Reply } from '../domain/reply.ts';

/** What is known of a customer; `changes`: what was just changed. */
export const customerCard = async (app: App, { _id, state }: Customer, changes?: string[]): Promise<Reply> => {
  const identities = await app.store.customers.identitiesOf([_id]);
  return {
    kind: 'customer',
    doc: {
      customer: { id: _id, name: state.name },
      asOf: iso(Math.max(app.clock.asOf(), state.at)),
      owner: ownerName(app, state),
      identities: identities.flatMap(({ _id: key }) => (key.startsWith('#') ? [] : [decodeURIComponent(key)])).sort(),
      fields: state.fields,
      messages: state.counts.customer,
      interactions: state.interactions,
      firstContactAt: isoOrNull(state.firstContactAt),
      lastContactAt: isoOrNull(state.lastContactAt),
      journey: JOURNEY_NODES.flatMap((node) => {
        const at = reachedAt(state, node);
        return at === null ? [] : [{ node: JOURNEY_NAMES[node].zh, at: iso(at) }];
      }),
      lastPurchaseAt: isoOrNull(lastPurchaseAt(state)),
      ...(changes ? { changes } : {}),
    },
  };
};
