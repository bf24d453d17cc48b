import type { IntentReading } from '../domain/reading.ts';
import type { IntentReader } from '../match/understand.ts';
import { createClassifier } from './classifier.ts';
import type { IntentModel } from './model.ts';
import { LEAST_SUGGESTED, NEVER } from './thresholds.ts';

/** What is less likely is not worth telling. */
const LEAST_TOLD = 0.2;

const enough = (confidence: number, threshold: number): IntentReading['enough'] =>
  confidence >= threshold ? 'apply' : confidence >= LEAST_SUGGESTED ? 'suggest' : null;

/** A reader of intents by a trained model. What looks like none of them has none. */
export const createIntentReader = (model: IntentModel): IntentReader => {
  const { classify, labels } = createClassifier(model);
  const version = model.digest.slice(0, 15);
  const reading = (place: number, confidence: number): IntentReading => ({
    ...{ intent: labels[place] ?? '', version, confidence: Math.round(confidence * 1e4) / 1e4 },
    tags: [...(model.tags[place] ?? [])],
    enough: enough(confidence, model.thresholds[place] ?? NEVER),
  });
  return {
    version,
    read: (text) => {
      const { inScope, probabilities, label } = classify(text);
      if (!inScope) return [];
      const told: IntentReading[] = [];
      labels.forEach((intent, i) => {
        const confidence = probabilities[i] as number;
        if (confidence >= LEAST_TOLD || intent === label) told.push(reading(i, confidence));
      });
      return told.sort((a, b) => b.confidence - a.confidence);
    },
  };
};
