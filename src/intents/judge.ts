import { createFeatures } from './features.ts';
import type { IntentModel } from './model.ts';
import { largest, SCOPE_SOFTER } from './scope.ts';
import { createScorer, type Scorer } from './scorer.ts';
import { createVectors } from './vectors.ts';

/** As much of a model as classifying takes. */
export type ClassifyingModel = Omit<IntentModel, 'tags' | 'thresholds'>;

/** Judges one stretch of a text after another, each step only when it is asked for. */
export interface Judge {
  /** Scores a stretch of a text, every label; null where the model knows nothing of it. Filled anew by the next call. */
  score: (text: string, from: number, to: number) => Float64Array | null;
  /** Writes the probabilities of what was scored last. */
  soften: (into: Float64Array) => void;
  /** How much what was scored last looks like any of the labels. */
  scope: () => number;
  /** Whether that is enough, given the probability of its likeliest label. */
  inScope: (confidence: number) => boolean;
}

/**
 * The confidence from which on a message is in scope for certain. Were the probabilities of all other labels the same, the scope would be
 * least; what is left is to see that it reaches `least`.
 */
export const sureOfScope = (least: number, labels: number): number => {
  const others = Math.max(0, 1 / least - 1) / Math.max(1, labels - 1) ** (1 - 1 / SCOPE_SOFTER);
  // A little more, for numbers are rounded.
  return 1.000_001 / (1 + others ** SCOPE_SOFTER);
};

export const createJudge = ({ labels, vocabulary, linear, temperature, leastScope }: ClassifyingModel, given?: Scorer): Judge => {
  const scorer = given ?? createScorer(linear);
  const vectorOf = createVectors(vocabulary, createFeatures());
  const sure = sureOfScope(leastScope, labels.length);
  let scores: Float64Array = new Float64Array(labels.length);
  const grow = (divisor: number): { grown: Float64Array; sum: number } => {
    const grown = scorer.grow(scores[largest(scores)] as number, divisor);
    let sum = 0;
    for (let c = 0; c < grown.length; c++) sum += grown[c] as number;
    return { grown, sum };
  };
  const scope = (): number => 1 / grow(temperature * SCOPE_SOFTER).sum;
  return {
    score: (text, from, to) => {
      const vector = vectorOf(text, from, to);
      scores = scorer.score(vector);
      return vector.size === 0 ? null : scores;
    },
    soften: (into) => {
      const { grown, sum } = grow(temperature);
      for (let c = 0; c < grown.length; c++) into[c] = (grown[c] as number) / sum;
    },
    scope,
    inScope: (confidence) => confidence >= sure || scope() >= leastScope,
  };
};
