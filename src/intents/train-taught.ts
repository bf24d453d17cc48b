import type { Example } from './example.ts';
import type { Intent } from './gather-intents.ts';
import type { IntentModel } from './model.ts';
import { trainIntents } from './train.ts';

/** Trains a model on what files teach: examples, what tags they give, and messages by which thresholds are chosen. */
export const trainTaught = (taught: {
  intents: readonly Intent[];
  examples: readonly Example[];
  held: readonly Example[];
}): IntentModel => {
  const tags = new Map(taught.intents.map((intent) => [intent.id, intent.tags]));
  return trainIntents(taught.examples, { held: taught.held, tagsOf: (label) => tags.get(label) ?? [] });
};
