import { BLOCK } from './kernel/add.ts';
import { LEAST_POWER } from './kernel/grow.ts';
import { startKernel } from './kernel/web-assembly.ts';
import { addScores, type Quantised } from './quantise.ts';
import type { Vector } from './vectors.ts';

/** Scores vectors with a model of its own. What it gives is filled anew by the next call. */
export interface Scorer {
  /** The score of every class. */
  score: (vector: Vector) => Float64Array;
  /** e to the power of (score - most) / divisor, of every score of the last vector; all lie between `least` and `most`. */
  grow: (least: number, most: number, divisor: number) => Float64Array;
}

const growPlainly = (scores: Float64Array, most: number, divisor: number, grown: Float64Array): Float64Array => {
  for (let c = 0; c < scores.length; c++) grown[c] = Math.exp(((scores[c] as number) - most) / divisor);
  return grown;
};

/** The same in plain words: where there is no kernel, and what the kernel is checked against. */
export const createPlainScorer = (linear: Quantised): Scorer => {
  const [scores, grown] = [new Float64Array(linear.classes), new Float64Array(linear.classes)];
  return {
    score: (vector) => {
      addScores(linear, vector, scores);
      return scores;
    },
    grow: (_, most, divisor) => growPlainly(scores, most, divisor, grown),
  };
};

/** So many features of a vector are handed over at once. */
const PORTION = 1024;

/** A scorer that works on vectors of the processor, several classes at a time: the same scores, to the last bit. */
export const createScorer = (linear: Quantised): Scorer => {
  const { classes, codes, scales } = linear;
  const stride = Math.ceil(classes / BLOCK) * BLOCK;
  // Places in the kernel's memory.
  const rowsAt = PORTION * 8;
  const scoresAt = rowsAt + PORTION * 4;
  const last = scoresAt + stride * 8;
  const codesAt = last + stride * 8;
  const kernel = startKernel(codesAt + scales.length * stride);
  if (!kernel) return createPlainScorer(linear);
  const { memory, functions } = kernel;
  const factors = new Float64Array(memory, 0, PORTION);
  const rows = new Int32Array(memory, rowsAt, PORTION);
  const scores = new Float64Array(memory, scoresAt, classes);
  const grown = new Float64Array(memory, last, classes);
  const bias = Float64Array.from(linear.bias);
  const weights = new Int8Array(memory, codesAt);
  for (let f = 0; f < scales.length; f++) weights.set(codes.subarray(f * classes, (f + 1) * classes), f * stride);

  const addPortion = ({ ids, values }: Vector, from: number, to: number): void => {
    for (let k = from; k < to; k++) {
      const id = ids[k] as number;
      factors[k - from] = (values[k] as number) * (scales[id] as number);
      rows[k - from] = codesAt + id * stride;
    }
    functions.add(0, rowsAt, rowsAt + (to - from) * 4, scoresAt, last);
  };
  return {
    score: (vector) => {
      scores.set(bias);
      for (let from = 0; from < vector.size; from += PORTION) addPortion(vector, from, Math.min(vector.size, from + PORTION));
      return scores;
    },
    grow: (least, most, divisor) => {
      if ((least - most) / divisor < LEAST_POWER) return growPlainly(scores, most, divisor, grown);
      functions.grow(scoresAt, last, codesAt, most, divisor);
      return grown;
    },
  };
};
