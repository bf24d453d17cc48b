import { type ClassifyingModel, createJudge } from './judge.ts';

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

/** A classifier of a trained model. A text of which it knows nothing is out of scope. */
export const createClassifier = (model: ClassifyingModel): Classifier => {
  const { labels, leastScope } = model;
  const judge = createJudge(model);
  return {
    labels,
    classify: (text, into) => {
      const known = judge.score(text, 0, text.length);
      const scope = known ? judge.scope() : 0;
      const probabilities = into ?? new Float64Array(labels.length);
      const best = judge.soften(probabilities);
      return {
        label: labels[best] as string,
        confidence: probabilities[best] as number,
        scope,
        inScope: known && scope >= leastScope,
        probabilities,
      };
    },
  };
};
