import { createFeatures } from './features.ts';
import { frequentFirst } from './frequent-first.ts';
import type { IntentModel } from './model.ts';
import { SCOPE_SOFTER } from './scope.ts';
import { createScorer, type Scorer } from './scorer.ts';
import { createVectors } from './vectors.ts';

/** As much of a model as classifying takes. */
export type ClassifyingModel = Omit<IntentModel, 'tags' | 'thresholds'>;

/** Judges one stretch of a text after another, each step only when it is asked for. */
export interface Judge {
  /** Scores a stretch of a text; false where the model knows nothing of it. */
  score: (text: string, from: number, to: number) => boolean;
  /** Of what was scored last: the place of its likeliest label, by its score. */
  best: () => number;
  /** How far that is ahead of the next one: the logarithm of how many times as likely it is. */
  lead: () => number;
  /** Writes its probabilities; gives the place of the largest. */
  soften: (into: Float64Array) => number;
  /** How much it looks like any of the labels. */
  scope: () => number;
  /** Whether that is enough, given the probability of the likeliest label. */
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

export const createJudge = (model: ClassifyingModel, given?: Scorer): Judge => {
  const { labels, temperature, leastScope } = model;
  const { vocabulary, linear } = frequentFirst(model);
  const scorer = given ?? createScorer(linear);
  const vectorOf = createVectors(vocabulary, createFeatures());
  const sure = sureOfScope(leastScope, labels.length);
  let scores: Float64Array = new Float64Array(labels.length);
  /** Of the scores: where the largest stands, and the least, the largest and the next. In an array, where numbers need no boxes. */
  let best = 0;
  const bounds = new Float64Array(3);
  const look = (): void => {
    let place = 0;
    let least = scores[0] as number;
    let most = least;
    let next = Number.NEGATIVE_INFINITY;
    for (let c = 1; c < scores.length; c++) {
      const score = scores[c] as number;
      if (score > most) {
        place = c;
        next = most;
        most = score;
      } else if (score > next) next = score;
      if (score < least) least = score;
    }
    best = place;
    bounds[0] = least;
    bounds[1] = most;
    bounds[2] = next;
  };
  const growAt = (divisor: number): Float64Array => scorer.grow(bounds[0] as number, bounds[1] as number, divisor);
  const sumOf = (grown: Float64Array): number => {
    let sum = 0;
    for (let c = 0; c < grown.length; c++) sum += grown[c] as number;
    return sum;
  };
  const scope = (): number => 1 / sumOf(growAt(temperature * SCOPE_SOFTER));
  return {
    score: (text, from, to) => {
      const vector = vectorOf(text, from, to);
      scores = scorer.score(vector);
      look();
      return vector.size > 0;
    },
    best: () => best,
    lead: () => ((bounds[1] as number) - (bounds[2] as number)) / temperature,
    soften: (into) => {
      const grown = growAt(temperature);
      const sum = sumOf(grown);
      let found = 0;
      let highest = -1;
      for (let c = 0; c < grown.length; c++) {
        const probability = (grown[c] as number) / sum;
        into[c] = probability;
        if (probability <= highest) continue;
        found = c;
        highest = probability;
      }
      return found;
    },
    scope,
    inScope: (confidence) => confidence >= sure || scope() >= leastScope,
  };
};
