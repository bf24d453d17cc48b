import type { Quantised } from './quantise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a model weighs texts by: its features, and how much each counts for every class. */
interface Weights {
  vocabulary: Vocabulary;
  linear: Quantised;
}

/** No model has as many features. */
const MANY = 2 ** 21;

/** The features in the order of what they weigh: common ones weigh little. Equals stay in their order. */
const orderOf = (weights: Float32Array): Uint32Array => {
  // Numbers that are not negative are in the order of their bits.
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length);
  const keys = new Float64Array(weights.length);
  for (let f = 0; f < keys.length; f++) keys[f] = (bits[f] as number) * MANY + f;
  keys.sort();
  const order = new Uint32Array(keys.length);
  for (let f = 0; f < order.length; f++) order[f] = (keys[f] as number) % MANY;
  return order;
};

/**
 * The same weights with the commonest features first: most features of a message are common, and lie together then, so that less memory is
 * touched. Scores are added in the order of the text, not in this one.
 */
export const frequentFirst = ({ vocabulary, linear }: Weights): Weights => {
  const { classes, codes, scales, bias } = linear;
  const order = orderOf(vocabulary.weights);
  const [hashes, weights] = [new Uint32Array(order.length), new Float32Array(order.length)];
  const sorted = { codes: new Int8Array(codes.length), scales: new Float32Array(order.length) };
  for (let to = 0; to < order.length; to++) {
    const from = order[to] as number;
    hashes[to] = vocabulary.hashes[from] as number;
    weights[to] = vocabulary.weights[from] as number;
    sorted.scales[to] = scales[from] as number;
    sorted.codes.set(codes.subarray(from * classes, (from + 1) * classes), to * classes);
  }
  return { vocabulary: { hashes, weights }, linear: { classes, ...sorted, bias } };
};
