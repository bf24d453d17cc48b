import type { WebhookSetting } from '../config/webhook-schema.ts';
import { type Endpoint, type EndpointFault, readEndpoint } from '../webhooks/endpoint.ts';

/** What the environment calls the address and the secret of a webhook. */
export const variablesOf = ({ name }: Pick<WebhookSetting, 'name'>) => ({
  url: `TAGWISE_WEBHOOK_${name.toUpperCase()}_URL`,
  secret: `TAGWISE_WEBHOOK_${name.toUpperCase()}_SECRET`,
});

/** Where webhooks send to and what they sign with, as the environment says: neither stands in a file that people pass on. */
export const endpointFrom =
  (env: NodeJS.ProcessEnv) =>
  (hook: WebhookSetting): Endpoint | EndpointFault => {
    const { url, secret } = variablesOf(hook);
    return readEndpoint({ url: env[url], secret: env[secret] }, hook.private);
  };
