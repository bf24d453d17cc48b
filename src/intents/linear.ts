import type { Rows } from './vectors.ts';

/** A linear model: a row of weights a feature, a column a class. */
export interface Linear {
  classes: number;
  weights: Float32Array;
  bias: Float32Array;
}

/** What a linear model learns from. */
export interface Lesson {
  rows: Rows;
  /** The class of each row. */
  targets: Int32Array;
  features: number;
  classes: number;
}

/** A linear model that says nothing yet. */
export const createLinear = ({ features, classes }: Lesson): Linear => ({
  classes,
  weights: new Float32Array(features * classes),
  bias: new Float32Array(classes),
});
