import type { Factors } from './factors.ts';
import type { Rows } from './vectors.ts';

/** A class that is right to within this learns nothing from an example. */
const SETTLED = 3e-3;

/** What one example leaves on its way forward, for the way back. */
export interface Pass {
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

const longestOf = ({ count, starts }: Rows): number => {
  let longest = 0;
  for (let i = 0; i < count; i++) longest = Math.max(longest, (starts[i + 1] as number) - (starts[i] as number));
  return longest;
};

export const createPass = (rows: Rows, { width, classes }: { width: number; classes: number }): Pass => ({
  hidden: new Float64Array(width),
  slope: new Float64Array(width),
  error: new Float64Array(classes),
  active: new Int32Array(classes),
  count: 0,
  features: 0,
  ids: new Int32Array(longestOf(rows)),
  values: new Float64Array(longestOf(rows)),
});

/** What is left out of a look, and by which numbers. */
export interface Forgetting {
  forget: number;
  random: () => number;
}

/** From features to hidden values; most of the features are forgotten, that none is relied on. */
export const project = (
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
export const judge = ({ right, bias, width, classes }: Factors, pass: Pass, target: number): number => {
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
