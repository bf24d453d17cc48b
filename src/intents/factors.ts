import type { Lesson, Linear } from './linear.ts';
import { seeded } from './seeded.ts';

/** Two matrices whose product is a linear model, and what training them needs at hand. */
export interface Factors {
  width: number;
  classes: number;
  /** Features x width and width x classes, row by row. */
  left: Float32Array;
  right: Float32Array;
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
    right: uniform(width * classes, Math.sqrt(3 / width)),
    leftBias: new Float32Array(width),
    bias: new Float32Array(classes),
    leftSquares: new Float32Array(features).fill(CALM),
    rightSquares: new Float32Array(width).fill(CALM),
  };
};

/** The product, as fast as any linear model. */
export const multiply = ({ width, classes, left, right, leftBias, bias }: Factors): Linear => {
  const features = left.length / width;
  const weights = new Float32Array(features * classes);
  for (let f = 0; f < features; f++)
    for (let h = 0; h < width; h++) {
      const value = left[f * width + h] as number;
      const to = f * classes;
      const from = h * classes;
      for (let c = 0; c < classes; c++) weights[to + c] = (weights[to + c] as number) + value * (right[from + c] as number);
    }
  const shift = Float32Array.from(bias);
  for (let h = 0; h < width; h++)
    for (let c = 0; c < classes; c++)
      shift[c] = (shift[c] as number) + (leftBias[h] as number) * (right[h * classes + c] as number);
  return { classes, weights, bias: shift };
};
