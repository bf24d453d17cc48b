import { createFactors, type Factors, multiply } from './factors.ts';
import type { Lesson } from './linear.ts';
import type { Share } from './quantise.ts';
import { seeded, shuffle } from './seeded.ts';
import type { Rows } from './vectors.ts';

/** A class that is right to within this learns nothing from an example. */
const SETTLED = 3e-3;

/** What one example leaves on its way forward, for the way back. */
interface Pass {
  hidden: Float64Array;
  slope: Float64Array;
  error: Float64Array;
  /** The classes from which something can be learnt, and how many they are. */
  active: Int32Array;
  count: number;
  /** How many of the example's features were not forgotten, which, and their values. */
  features: number;
  ids: Int32Array;
  values: Float64Array;
}

/** What is left out of a look, and by which numbers. */
interface Forgetting {
  forget: number;
  random: () => number;
}

const longestOf = ({ count, starts }: Rows): number => {
  let longest = 0;
  for (let i = 0; i < count; i++) longest = Math.max(longest, (starts[i + 1] as number) - (starts[i] as number));
  return longest;
};

/** From features to hidden values; most of the features are forgotten, that none is relied on. */
const project = (
  rows: Rows,
  row: number,
  { left, leftBias, width }: Factors,
  pass: Pass,
  { forget, random }: Forgetting,
): void => {
  const { hidden, ids, values } = pass;
  const from = rows.starts[row] as number;
  const to = rows.starts[row + 1] as number;
  pass.features = 0;
  for (let k = from; k < to; k++) {
    if (random() < forget) continue;
    ids[pass.features] = rows.ids[k] as number;
    values[pass.features++] = (rows.values[k] as number) / (1 - forget);
  }
  hidden.set(leftBias);
  for (let k = 0; k < pass.features; k++) {
    const value = values[k] as number;
    const at = (ids[k] as number) * width;
    for (let h = 0; h < width; h++) hidden[h] = (hidden[h] as number) + value * (left[at + h] as number);
  }
};

const exponents = (scores: Float64Array): number => {
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) if ((scores[c] as number) > most) most = scores[c] as number;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const grown = Math.exp((scores[c] as number) - most);
    scores[c] = grown;
    sum += grown;
  }
  return sum;
};

/** From hidden values to how wrong each class is; gives the sum of the squares. */
const judge = ({ right, bias, width, classes }: Factors, pass: Pass, target: number): number => {
  const { hidden, error, active } = pass;
  error.set(bias);
  // Four rows at a time, so that an error is read and written once for four.
  for (let h = 0; h < width; h += 4) {
    const [first, second] = [hidden[h] as number, hidden[h + 1] as number];
    const [third, fourth] = [hidden[h + 2] as number, hidden[h + 3] as number];
    const i = h * classes;
    const [j, k, l] = [i + classes, i + 2 * classes, i + 3 * classes];
    for (let c = 0; c < classes; c++)
      error[c] =
        (error[c] as number) +
        first * (right[i + c] as number) +
        second * (right[j + c] as number) +
        third * (right[k + c] as number) +
        fourth * (right[l + c] as number);
  }
  const sum = exponents(error);
  let squares = 0;
  pass.count = 0;
  for (let c = 0; c < classes; c++) {
    const wrong = (error[c] as number) / sum - (c === target ? 1 : 0);
    error[c] = wrong;
    if (wrong < SETTLED && wrong > -SETTLED) continue;
    active[pass.count++] = c;
    squares += wrong * wrong;
  }
  return squares;
};

/** One row of the right matrix learns; gives the slope of its hidden value. */
const learnRow = ({ right }: Factors, { error, active, count }: Pass, at: number, step: number): number => {
  let slope = 0;
  for (let n = 0; n < count; n++) {
    const c = active[n] as number;
    const wrong = error[c] as number;
    const weight = right[at + c] as number;
    slope += wrong * weight;
    right[at + c] = weight - step * wrong;
  }
  return slope;
};

/** The right matrix and its bias learn; gives the sum of the squared slopes of the hidden values. */
const learnRight = (factors: Factors, pass: Pass, squares: number, step: number): number => {
  const { rightSquares, bias, width, classes } = factors;
  let slopes = 0;
  for (let h = 0; h < width; h++) {
    const value = pass.hidden[h] as number;
    pass.slope[h] = 0;
    if (value === 0) continue;
    const sum = (rightSquares[h] as number) + squares * value * value;
    rightSquares[h] = sum;
    const slope = learnRow(factors, pass, h * classes, (step * value) / Math.sqrt(sum));
    pass.slope[h] = slope;
    slopes += slope * slope;
  }
  factors.biasSquares += squares;
  const own = step / Math.sqrt(factors.biasSquares);
  for (let n = 0; n < pass.count; n++) {
    const c = pass.active[n] as number;
    bias[c] = (bias[c] as number) - own * (pass.error[c] as number);
  }
  return slopes;
};

/** The left matrix and its bias learn. */
const learnLeft = (factors: Factors, { features, ids, values, slope }: Pass, slopes: number, step: number): void => {
  const { left, leftBias, leftSquares, width } = factors;
  for (let k = 0; k < features; k++) {
    const value = values[k] as number;
    const id = ids[k] as number;
    const sum = (leftSquares[id] as number) + slopes * value * value;
    leftSquares[id] = sum;
    const own = (step * value) / Math.sqrt(sum);
    const at = id * width;
    for (let h = 0; h < width; h++) left[at + h] = (left[at + h] as number) - own * (slope[h] as number);
  }
  factors.leftBiasSquares += slopes;
  const own = step / Math.sqrt(factors.leftBiasSquares);
  for (let h = 0; h < width; h++) leftBias[h] = (leftBias[h] as number) - own * (slope[h] as number);
};

/** How hard factors are trained, and from which beginning. */
export interface Effort {
  epochs: number;
  /** The rank of the product, a multiple of four. */
  width: number;
  /** The share of an example's features that is forgotten at each look. */
  forget: number;
  /** The step of the first epoch; it falls to a twentieth. */
  step: number;
  seed: number;
}

/**
 * Trains a softmax model whose weights are the product of two matrices, by stochastic gradient descent with a step a row (AdaGrad) and
 * dropout, and adds their product to `linear` with this weight. Descent on a product from small beginnings prefers solutions of low rank (Gunasekar
 * et al. 2017, Arora et al. 2019): features share what they learn, worth three points of accuracy where examples are few.
 * Yields after each epoch.
 */
export function* trainFactors(
  lesson: Lesson,
  { epochs, width, forget, step: first, seed }: Effort,
  { linear, weight }: Share,
): Generator<void> {
  const { rows, targets, classes } = lesson;
  const factors = createFactors(lesson, width, seed);
  const random = seeded(seed + 1000);
  const pass: Pass = {
    hidden: new Float64Array(width),
    slope: new Float64Array(width),
    error: new Float64Array(classes),
    active: new Int32Array(classes),
    count: 0,
    features: 0,
    ids: new Int32Array(longestOf(rows)),
    values: new Float64Array(longestOf(rows)),
  };
  const order = Int32Array.from({ length: rows.count }, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const step = first * (1 - (0.95 * epoch) / epochs);
    for (const row of order) {
      project(rows, row, factors, pass, { forget, random });
      const squares = judge(factors, pass, targets[row] as number);
      if (pass.count === 0) continue;
      const slopes = learnRight(factors, pass, squares, step);
      learnLeft(factors, pass, slopes, step);
    }
    yield;
  }
  multiply(factors, linear, weight);
}
