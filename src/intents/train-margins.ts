import type { Lesson, Linear } from './linear.ts';
import { seeded, shuffle } from './seeded.ts';
import type { Rows } from './vectors.ts';

/** What an example on the wrong side costs. */
const COST = 1;
const SLACK = 0.5 / COST;
const CLOSE_ENOUGH = 0.1;
const MOST_ROUNDS = 40;
/** Looks at examples, all classes taken together: a set of noise would never come to rest. */
const MOST_LOOKS = 60_000_000;
const SEED = 1;

/** One class against all others, while it is trained. */
interface Side {
  rows: Rows;
  /** 1 for examples of the class, -1 for all others. */
  signs: Int8Array;
  /** The squared length of every row, with 1 for the bias. */
  squares: Float64Array;
  /** A weight a feature, and the bias. */
  weights: Float64Array;
  duals: Float64Array;
  order: Int32Array;
  /** Examples that are looked at: the first ones of the order. */
  active: number;
  random: () => number;
}

const squaresOf = ({ count, starts, values }: Rows): Float64Array => {
  const squares = new Float64Array(count).fill(1);
  for (let i = 0; i < count; i++)
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++)
      squares[i] = (squares[i] as number) + (values[k] as number) ** 2;
  return squares;
};

const scoreRow = ({ starts, ids, values }: Rows, row: number, weights: Float64Array): number => {
  let score = weights[weights.length - 1] as number;
  for (let k = starts[row] as number; k < (starts[row + 1] as number); k++)
    score += (weights[ids[k] as number] as number) * (values[k] as number);
  return score;
};

const addRow = ({ starts, ids, values }: Rows, row: number, factor: number, weights: Float64Array): void => {
  for (let k = starts[row] as number; k < (starts[row + 1] as number); k++) {
    const id = ids[k] as number;
    weights[id] = (weights[id] as number) + factor * (values[k] as number);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] as number) + factor;
};

/** Moves one example's dual to its best value; gives the projected slope, or null for an example not worth another look. */
const settle = ({ rows, signs, squares, weights, duals }: Side, row: number, ceiling: number): number | null => {
  const sign = signs[row] as number;
  const dual = duals[row] as number;
  const slope = scoreRow(rows, row, weights) * sign - 1 + dual * SLACK;
  if (dual === 0 && slope > ceiling) return null;
  const projected = dual === 0 ? Math.min(slope, 0) : slope;
  if (Math.abs(projected) > 1e-12) {
    const next = Math.max(dual - slope / ((squares[row] as number) + SLACK), 0);
    duals[row] = next;
    addRow(rows, row, (next - dual) * sign, weights);
  }
  return projected;
};

/** Looks once at every active example; those well on their right side leave. Gives the largest and the smallest slope. */
const sweep = (side: Side, ceiling: number): { most: number; least: number } => {
  const { order, random } = side;
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  shuffle(order.subarray(0, side.active), random);
  for (let n = 0; n < side.active; n++) {
    const row = order[n] as number;
    const slope = settle(side, row, ceiling);
    if (slope === null) {
      order[n--] = order[--side.active] as number;
      order[side.active] = row;
      continue;
    }
    most = Math.max(most, slope);
    least = Math.min(least, slope);
  }
  return { most, least };
};

const separate = (side: Side, rounds: number): void => {
  const count = side.order.length;
  let ceiling = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const { most, least } = sweep(side, ceiling);
    if (most - least > CLOSE_ENOUGH) {
      ceiling = most <= 0 ? Number.POSITIVE_INFINITY : most;
      continue;
    }
    if (side.active === count) return;
    // All that are left agree: have another look at those that left.
    side.active = count;
    ceiling = Number.POSITIVE_INFINITY;
  }
};

/**
 * Trains a support vector machine for each class against all others (L2 loss, dual coordinate descent with shrinking: Hsieh et al.
 * 2008, as in LIBLINEAR). It errs elsewhere than the softmax model does, which is why the two are put together.
 * Yields after each class.
 */
export function* trainMargins({ rows, targets, features, classes }: Lesson): Generator<void, Linear> {
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const rounds = Math.max(3, Math.min(MOST_ROUNDS, Math.floor(MOST_LOOKS / (rows.count * classes))));
  const shared = { rows, squares: squaresOf(rows), random: seeded(SEED) };
  for (let c = 0; c < classes; c++) {
    const side: Side = {
      ...shared,
      signs: Int8Array.from(targets, (target) => (target === c ? 1 : -1)),
      weights: new Float64Array(features + 1),
      duals: new Float64Array(rows.count),
      order: Int32Array.from({ length: rows.count }, (_, i) => i),
      active: rows.count,
    };
    separate(side, rounds);
    for (let f = 0; f < features; f++) weights[f * classes + c] = side.weights[f] as number;
    bias[c] = side.weights[features] as number;
    yield;
  }
  return { classes, weights, bias };
}
