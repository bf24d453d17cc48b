import type { WebhookSetting } from '../config/webhook-schema.ts';
import type { Instant } from '../domain/time.ts';
import type { InForce } from '../in-force.ts';
import type { Store } from '../store/store.ts';
import { createDispatcher } from './dispatcher.ts';
import type { Endpoint, EndpointFault } from './endpoint.ts';
import { createNoteDeliveries } from './note-deliveries.ts';
import { createPostMessage, type PostMessage } from './post-message.ts';

export interface WebhookParts {
  /** Where a webhook sends to, or why it cannot; absent: nowhere. */
  endpointOf?: (hook: WebhookSetting) => Endpoint | EndpointFault;
  /** Sends one message; absent: over the network. */
  postMessage?: PostMessage;
}

/** Other programs that are told of changes: what of a change they are to hear (`note`), and sending it. */
export const createWebhooks = ({
  inForce,
  store,
  muted,
  wallNow,
  log,
  endpointOf = () => 'no_url',
  postMessage = createPostMessage(),
}: WebhookParts & {
  inForce: InForce;
  store: Store;
  muted: (at: Instant) => boolean;
  wallNow: () => Instant;
  log: (what: string, error: unknown) => void;
}) => {
  const webhooks = () => inForce.config().webhooks;
  return {
    note: createNoteDeliveries({ webhooks, tree: inForce.tree, muted, wallNow }),
    endpointOf,
    ...createDispatcher({ store, webhooks, endpointOf, postMessage, wallNow, log }),
  };
};
