import type { App } from '../app.ts';
import type { WebhookSetting } from '../config/webhook-schema.ts';
import type { Delivery, DeliveryAnswer, WebhookState, WebhooksAnswer } from '../domain/webhook.ts';
import { iso, isoOrNull } from './cause-answers.ts';

const deliveryAnswer = ({ _id: id, hook, at, from, state, attempts, body, last }: Delivery): DeliveryAnswer => ({
  ...{ id, webhook: hook, type: body.type, at: iso(at), state, attempts },
  answer: last?.answer ?? null,
  triedAt: isoOrNull(last?.at),
  nextAt: state === 'waiting' ? iso(from) : null,
});

const stateOf = async ({ store, webhooks }: App, hook: WebhookSetting): Promise<WebhookState> => {
  const endpoint = webhooks.endpointOf(hook);
  if (typeof endpoint === 'string') return endpoint;
  return (await store.goneEndpoints.since(hook.name, endpoint.fingerprint)) === null ? 'ready' : 'gone';
};

/** How these webhooks stand, and these of their messages. */
export const webhooksAnswer = async (
  app: App,
  hooks: readonly WebhookSetting[],
  deliveries: readonly Delivery[],
): Promise<WebhooksAnswer> => {
  const { count } = app.store.deliveries;
  const webhooks = hooks.map(async (hook) => {
    const { name, events, tags } = hook;
    const [waiting, failed, dropped, muted] = await Promise.all([
      count(name, 'waiting'),
      count(name, 'failed'),
      count(name, 'dropped'),
      count(name, 'muted'),
    ]);
    return { name, state: await stateOf(app, hook), events, tags, waiting, failed: failed + dropped, muted };
  });
  return { webhooks: await Promise.all(webhooks), deliveries: deliveries.map(deliveryAnswer) };
};
