import type { Quantised } from './quantise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A trained classifier, as data. */
export interface IntentModel {
  labels: readonly string[];
  vocabulary: Vocabulary;
  linear: Quantised;
  /** Divides the scores before they become probabilities. */
  temperature: number;
  /** Below it a message is out of scope. */
  leastScope: number;
  /** For each label, ids of the tags that it gives, and the confidence from which on it does. */
  tags: readonly (readonly string[])[];
  thresholds: readonly number[];
  /** Of the examples that it was trained on and of the procedure. */
  digest: string;
}
