import type { Linear } from './linear.ts';

/** A linear model in a quarter of the room: a byte a weight, and a scale a feature. */
export interface Quantised {
  classes: number;
  codes: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
}

/** A linear model, its weights rounded to 1/127 of the largest of their feature. */
export const quantise = ({ weights, bias }: Linear, features: number, classes: number): Quantised => {
  const codes = new Int8Array(features * classes);
  const scales = new Float32Array(features);
  for (let f = 0; f < features; f++) {
    const at = f * classes;
    let most = 0;
    for (let c = 0; c < classes; c++) most = Math.max(most, Math.abs(weights[at + c] as number));
    const scale = Math.fround(most / 127);
    scales[f] = scale;
    if (scale > 0) for (let c = 0; c < classes; c++) codes[at + c] = Math.round((weights[at + c] as number) / scale);
  }
  return { classes, codes, scales, bias: Float32Array.from(bias) };
};

/** Adds up the scores of a vector, class by class, into `scores`. */
export const addScores = (
  { classes, codes, scales, bias }: Quantised,
  { size, ids, values }: { size: number; ids: Int32Array; values: Float32Array },
  scores: Float64Array,
): void => {
  scores.set(bias);
  let k = 0;
  // Four features at a time, so that a score is read and written once for four; each is still added by itself, in their order.
  for (; k + 3 < size; k += 4) {
    const [i, j, l, m] = [ids[k] as number, ids[k + 1] as number, ids[k + 2] as number, ids[k + 3] as number];
    const first = (values[k] as number) * (scales[i] as number);
    const second = (values[k + 1] as number) * (scales[j] as number);
    const third = (values[k + 2] as number) * (scales[l] as number);
    const fourth = (values[k + 3] as number) * (scales[m] as number);
    const [a, b, d, e] = [i * classes, j * classes, l * classes, m * classes];
    for (let c = 0; c < classes; c++)
      scores[c] =
        (scores[c] as number) +
        first * (codes[a + c] as number) +
        second * (codes[b + c] as number) +
        third * (codes[d + c] as number) +
        fourth * (codes[e + c] as number);
  }
  for (; k < size; k++) {
    const id = ids[k] as number;
    const factor = (values[k] as number) * (scales[id] as number);
    const at = id * classes;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + factor * (codes[at + c] as number);
  }
};
