import type { Taught } from './add-lessons.ts';
import type { IntentModel } from './model.ts';
import { trainIntents } from './train.ts';

/** Trains a model on what teaches it: examples, what tags they give, and messages by which thresholds are chosen. */
export const trainTaught = ({ intents, examples, held, wrong }: Taught): IntentModel => {
  const tags = new Map(intents.map((intent) => [intent.id, intent.tags]));
  return trainIntents(examples, { held, wrong, tagsOf: (label) => tags.get(label) ?? [] });
};
