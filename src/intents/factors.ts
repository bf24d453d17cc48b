import type { Lesson, Linear } from './linear.ts';
import { seeded } from './seeded.ts';

/** Two matrices whose product is a linear model, and what training them needs at hand. */
export interface Factors {
  width: number;
  classes: number;
  /** Features x width and width x classes, row by row; the second is small, and read all the time: faster where nothing is converted. */
  left: Float32Array;
  right: Float64Array;
  leftBias: Float32Array;
  bias: Float32Array;
  /** Sums of squared gradients, a row of either matrix and a bias: the longer, the smaller the step. */
  leftSquares: Float32Array;
  rightSquares: Float32Array;
  leftBiasSquares: number;
  biasSquares: number;
}

/** What a sum of squared gradients begins with. */
const CALM = 0.1;
/** Small beginnings are what makes the product of low rank. */
const SMALL = 0.03;

export const createFactors = ({ features, classes }: Lesson, width: number, seed: number): Factors => {
  const random = seeded(seed);
  const uniform = (length: number, most: number) => Float32Array.from({ length }, () => (random() * 2 - 1) * most);
  return {
    ...{ width, classes, leftBiasSquares: CALM, biasSquares: CALM },
    left: uniform(features * width, SMALL),
    // With the variance 1 / width.
    right: Float64Array.from(uniform(width * classes, Math.sqrt(3 / width))),
    leftBias: new Float32Array(width),
    bias: new Float32Array(classes),
    leftSquares: new Float32Array(features).fill(CALM),
    rightSquares: new Float32Array(width).fill(CALM),
  };
};

/** Adds the product, with this weight, to a linear model: as fast as any when it answers. */
export const multiply = ({ width, classes, left, right, leftBias, bias }: Factors, linear: Linear, weight: number): void => {
  const { weights } = linear;
  const features = left.length / width;
  for (let f = 0; f < features; f++) {
    const to = f * classes;
    // Four rows at a time, so that a weight is read and written once for four.
    for (let h = 0; h < width; h += 4) {
      const from = f * width + h;
      const [first, second] = [(left[from] as number) * weight, (left[from + 1] as number) * weight];
      const [third, fourth] = [(left[from + 2] as number) * weight, (left[from + 3] as number) * weight];
      const i = h * classes;
      const [j, k, l] = [i + classes, i + 2 * classes, i + 3 * classes];
      for (let c = 0; c < classes; c++)
        weights[to + c] =
          (weights[to + c] as number) +
          first * (right[i + c] as number) +
          second * (right[j + c] as number) +
          third * (right[k + c] as number) +
          fourth * (right[l + c] as number);
    }
  }
  for (let c = 0; c < classes; c++) {
    let shift = bias[c] as number;
    for (let h = 0; h < width; h++) shift += (leftBias[h] as number) * (right[h * classes + c] as number);
    linear.bias[c] = (linear.bias[c] as number) + weight * shift;
  }
};
