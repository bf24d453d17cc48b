/** How much work training puts in, by the number of examples: it must end in seconds for hundreds and within minutes for 100 000. */
export interface Plan {
  /** How often each example is looked at. */
  epochs: number;
  /** The rank of the factors. */
  width: number;
  /** Factor models that are trained from different beginnings and averaged. */
  members: number;
  /** Parts into which the examples fall for calibration, and how many of them are held out in turn. */
  folds: number;
  rounds: number;
}

/** Looks at examples, all epochs of one model taken together. */
const MOST_LOOKS = 200_000;

export const planTraining = (examples: number): Plan => {
  const epochs = Math.min(20, Math.max(4, Math.round(MOST_LOOKS / examples)));
  // With few examples a tenth less of them already makes a model less sure than the whole one.
  if (examples <= 500) return { epochs, width: 128, members: 3, folds: 10, rounds: 10 };
  if (examples <= 1_000) return { epochs, width: 128, members: 3, folds: 10, rounds: 4 };
  if (examples <= 5_000) return { epochs, width: 128, members: 2, folds: 10, rounds: 2 };
  return { epochs, width: 64, members: examples <= 20_000 ? 2 : 1, folds: 5, rounds: 1 };
};

/** More labels than anybody chooses among; a file with more has the wrong column for its labels. */
export const MOST_LABELS = 2_000;

/** Features that a model may have: more make it slow to load, not better. It holds a weight for each feature and label. */
export const mostFeatures = (labels: number): number => Math.min(150_000, Math.floor(30_000_000 / labels));
