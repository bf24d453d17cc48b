/** How much work training puts in, by the number of examples: it must end in seconds for hundreds and within minutes for 100 000. */
export interface Plan {
  /** How often each example is looked at. */
  epochs: number;
  /** The rank of the factors, a multiple of four. */
  width: number;
  /** The share of an example's features that is forgotten at each look, that none is relied on. */
  forget: number;
  /** The step of the first epoch. */
  step: number;
  /** Factor models that are trained from different beginnings and averaged. */
  members: number;
  /** Parts into which the examples fall for calibration, and how many of them are held out in turn. */
  folds: number;
  rounds: number;
}

/** Looks at examples, all epochs of one model taken together. */
const MOST_LOOKS = 200_000;

const planFew = (examples: number): Plan => {
  const epochs = Math.min(20, Math.round(MOST_LOOKS / examples));
  const plan = { epochs, width: 128, forget: 0.5, step: 0.3, folds: 10 };
  // With few examples a tenth less of them already makes a model less sure than the whole one.
  if (examples <= 500) return { ...plan, members: 3, rounds: 10 };
  if (examples <= 1_000) return { ...plan, members: 3, rounds: 4 };
  return { ...plan, members: 2, rounds: 2 };
};

/** Many examples bear that most of each is forgotten at every look: what they have in common is then learnt from every part of them. */
const planMany = (examples: number): Plan => {
  const epochs = Math.min(12, Math.max(4, Math.round(MOST_LOOKS / examples)));
  const plan = { epochs, width: 64, forget: 0.8, step: 1.6, folds: 5 };
  return examples <= 20_000 ? { ...plan, members: 6, rounds: 3 } : { ...plan, members: 2, rounds: 1 };
};

export const planTraining = (examples: number): Plan => (examples <= 5_000 ? planFew(examples) : planMany(examples));

/** More labels than anybody chooses among; a file with more has the wrong column for its labels. */
export const MOST_LABELS = 2_000;

/** Features that a model may have: more make it slow to load, not better. It holds a weight for each feature and label. */
export const mostFeatures = (labels: number): number => Math.min(150_000, Math.floor(30_000_000 / labels));
