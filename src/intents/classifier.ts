import { createFeatures } from './features.ts';
import type { IntentModel } from './model.ts';
import { addScores } from './quantise.ts';
import { soften } from './temperature.ts';
import { createVectors } from './vectors.ts';

/** What a classifier says of one message. */
export interface Classified {
  /** The likeliest label, and how likely it is, 0 to 1: of a hundred with .9, ninety are right. */
  label: string;
  confidence: number;
  /** How much the message looks like any of the labels, 0 to 1; good for ranking only. */
  scope: number;
  inScope: boolean;
  /** Of every label, in the order of the model's labels; they add up to 1. */
  probabilities: Float64Array;
}

export interface Classifier {
  labels: readonly string[];
  /** `into`: room for the probabilities of an answer that is not kept. */
  classify: (text: string, into?: Float64Array) => Classified;
}

/** Softer probabilities part the known from the strange better than calibrated ones: measured on classes that were held back. */
export const SCOPE_SOFTER = 2.5;

/** Where the largest value stands. */
export const largest = (values: Float64Array): number => {
  let best = 0;
  for (let c = 1; c < values.length; c++) if ((values[c] as number) > (values[best] as number)) best = c;
  return best;
};

/** The largest probability at the temperature at which scope is judged. */
export const scopeOf = (scores: Float64Array, temperature: number): number => {
  const most = scores[largest(scores)] as number;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += Math.exp(((scores[c] as number) - most) / (temperature * SCOPE_SOFTER));
  return 1 / sum;
};

/** A classifier of a trained model. A text of which it knows nothing is out of scope. */
export const createClassifier = ({
  labels,
  vocabulary,
  linear,
  temperature,
  leastScope,
}: Omit<IntentModel, 'tags' | 'thresholds'>): Classifier => {
  const vectorOf = createVectors(vocabulary, createFeatures());
  return {
    labels,
    classify: (text, into) => {
      const vector = vectorOf(text);
      const probabilities = into ?? new Float64Array(labels.length);
      addScores(linear, vector, probabilities);
      const scope = vector.size === 0 ? 0 : scopeOf(probabilities, temperature);
      soften(probabilities, temperature);
      const best = largest(probabilities);
      return {
        label: labels[best] as string,
        confidence: probabilities[best] as number,
        scope,
        inScope: scope >= leastScope && vector.size > 0,
        probabilities,
      };
    },
  };
};
