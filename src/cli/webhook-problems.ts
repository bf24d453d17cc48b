import type { WebhookSetting } from '../config/webhook-schema.ts';
import { nearWord } from '../domain/near-word.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Problem } from '../errors.ts';
import { webhookFault } from '../text/webhook-words.ts';
import { type EndpointFault, readAddress, readSecrets } from '../webhooks/endpoint.ts';
import { variablesOf } from './endpoint-from.ts';
import type { Call } from './verb.ts';

/** What keeps the configured webhooks from sending: of the environment, each with what to do. */
export const unreadyWebhooks = (
  { process: { env }, global }: Call,
  hooks: readonly WebhookSetting[],
): { name: string; problem: Problem }[] =>
  hooks.flatMap((hook) => {
    const names = variablesOf(hook);
    const address = readAddress(env[names.url], hook.private);
    const secrets = readSecrets(env[names.secret]);
    const problem = (field: string, fault: EndpointFault) => ({
      name: hook.name,
      problem: { file: 'environment', line: null, field, message: webhookFault[global.lang][fault](names) },
    });
    return [
      ...(typeof address === 'string' ? [problem(names.url, address)] : []),
      ...(typeof secrets === 'string' ? [problem(names.secret, secrets)] : []),
    ];
  });

/** Tags that webhooks ask for and the library does not have: nothing comes of them. */
export const unknownWebhookTags = (hooks: readonly WebhookSetting[], tree: TagTree, file: string): Problem[] => {
  const labels = tree.order.map((id) => tree.node(id)?.name ?? id);
  return hooks.flatMap(({ tags }, hook) =>
    tags.flatMap((word, place): Problem[] => {
      if (tagIdIn(tree)(word) !== undefined) return [];
      const near = nearWord(word, labels);
      const message = near === null ? 'Use a tag of the library, or add it there.' : `Use a tag of the library, like ${near}.`;
      return [{ file, line: null, field: `webhooks[${hook}].tags[${place}]`, message }];
    }),
  );
};
