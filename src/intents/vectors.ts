import { FAMILIES, MOST_FEATURES, type ReadFeatures } from './features.ts';
import { createLookUp } from './look-up.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The features of one text that a vocabulary knows, with their values; the squares of the values add up to 1, or there are none. */
export interface Vector {
  size: number;
  ids: Int32Array;
  values: Float32Array;
}

/**
 * A reader of vectors: how often a feature occurs counts by its logarithm, and each family of features has the same length.
 * What it gives is filled anew by the next call.
 */
export const createVectors = (
  { hashes, weights }: Vocabulary,
  read: ReadFeatures,
): ((text: string, from?: number, to?: number) => Vector) => {
  const { find } = createLookUp(hashes);
  /** Where each feature stands in the vector, -1 for nowhere. */
  const places = new Int32Array(hashes.length).fill(-1);
  // As long as any text needs, so that they never are others: engines reckon faster with what stays.
  const ids = new Int32Array(MOST_FEATURES);
  const values = new Float32Array(MOST_FEATURES);
  const vector: Vector = { size: 0, ids, values };
  /** Of each family: where it ends in the vector, and what its values are to be multiplied by. */
  const ends = new Int32Array(FAMILIES.length);
  const factors = new Float64Array(FAMILIES.length);

  /** Leaves each feature of a family once, with how often it occurs; gives where the family ends. */
  const count = (from: number, to: number): number => {
    let size = from;
    for (let k = from; k < to; k++) {
      const id = ids[k] as number;
      const place = places[id] as number;
      if (place >= from) values[place] = (values[place] as number) + 1;
      else {
        places[id] = size;
        ids[size] = id;
        values[size++] = 1;
      }
    }
    return size;
  };
  /** Weighs the counts of a family; gives the sum of their squares. */
  const weigh = (from: number, to: number): number => {
    let squares = 0;
    for (let k = from; k < to; k++) {
      const times = values[k] as number;
      const weight = weights[ids[k] as number] as number;
      const value = times === 1 ? weight : (1 + Math.log(times)) * weight;
      values[k] = value;
      squares += value * value;
    }
    return squares;
  };
  /** Gives every family its length, and all of them together that of 1. */
  const scale = (squares: number): void => {
    const whole = 1 / Math.sqrt(squares);
    let k = 0;
    for (let family = 0; family < FAMILIES.length; family++) {
      const end = ends[family] as number;
      const factor = factors[family] as number;
      for (; k < end; k++) {
        values[k] = Math.fround((values[k] as number) * factor) * whole;
        places[ids[k] as number] = -1;
      }
    }
  };

  return (text, begin, end) => {
    const features = read(text, begin, end);
    let [from, size, squares] = [0, 0, 0];
    for (let family = 0; family < FAMILIES.length; family++) {
      const to = features.ends[family] as number;
      const start = size;
      if (to > from) size = count(start, find(features.signed, from, to, ids, start));
      if (size > start) {
        const length = FAMILIES[family] as number;
        factors[family] = length / Math.sqrt(weigh(start, size));
        squares += length * length;
      }
      ends[family] = size;
      from = to;
    }
    if (size > 0) scale(squares);
    vector.size = size;
    return vector;
  };
};

/** The vectors of many texts, one after another. */
export interface Rows {
  count: number;
  /** Where each row begins, and where the last one ends. */
  starts: Int32Array;
  ids: Int32Array;
  values: Float32Array;
}

export const gatherRows = (texts: readonly string[], vectorOf: (text: string) => Vector): Rows => {
  const starts = new Int32Array(texts.length + 1);
  let ids = new Int32Array(1 << 16);
  let values = new Float32Array(1 << 16);
  texts.forEach((text, i) => {
    const vector = vectorOf(text);
    const start = starts[i] as number;
    const end = start + vector.size;
    if (end > ids.length) {
      const [wideIds, wideValues] = [new Int32Array(end * 2), new Float32Array(end * 2)];
      wideIds.set(ids);
      wideValues.set(values);
      ids = wideIds;
      values = wideValues;
    }
    ids.set(vector.ids.subarray(0, vector.size), start);
    values.set(vector.values.subarray(0, vector.size), start);
    starts[i + 1] = end;
  });
  return { count: texts.length, starts, ids, values };
};
