import { FAMILIES, type ReadFeatures } from './features.ts';
import { createLookUp, type Vocabulary } from './vocabulary.ts';

/** The features of one text that a vocabulary knows, with their values; the squares of the values add up to 1, or there are none. */
export interface Vector {
  size: number;
  ids: Int32Array;
  values: Float32Array;
  /** The share of the text's words that the vocabulary knows, 0 to 1. */
  known: number;
}

/**
 * A reader of vectors: how often a feature occurs counts by its logarithm, and each family of features has the same length.
 * What it gives is filled anew by the next call.
 */
export const createVectors = ({ hashes, weights }: Vocabulary, read: ReadFeatures): ((text: string) => Vector) => {
  const lookUp = createLookUp(hashes);
  const places = new Int32Array(hashes.length).fill(-1);
  const vector: Vector = { size: 0, ids: new Int32Array(1024), values: new Float32Array(1024), known: 0 };
  const widen = (): void => {
    const { ids, values } = vector;
    vector.ids = new Int32Array(ids.length * 2);
    vector.ids.set(ids);
    vector.values = new Float32Array(values.length * 2);
    vector.values.set(values);
  };

  /** Counts the features of one family into the vector from `start` on; gives how many of them are known. */
  const count = (found: Uint32Array, from: number, to: number, start: number): number => {
    let known = 0;
    for (let k = from; k < to; k++) {
      const id = lookUp(found[k] as number);
      if (id < 0) continue;
      known++;
      const place = places[id] as number;
      if (place >= start) {
        vector.values[place] = (vector.values[place] as number) + 1;
        continue;
      }
      if (vector.size === vector.ids.length) widen();
      places[id] = vector.size;
      vector.ids[vector.size] = id;
      vector.values[vector.size++] = 1;
    }
    return known;
  };
  const forget = (): void => {
    for (let k = 0; k < vector.size; k++) places[vector.ids[k] as number] = -1;
  };
  /** Weighs the counts from `start` on, and gives them this length. */
  const scale = (start: number, length: number): void => {
    const { ids, values, size } = vector;
    let squares = 0;
    for (let k = start; k < size; k++) {
      const value = (1 + Math.log(values[k] as number)) * (weights[ids[k] as number] as number);
      values[k] = value;
      squares += value * value;
    }
    const factor = length / Math.sqrt(squares);
    for (let k = start; k < size; k++) values[k] = (values[k] as number) * factor;
  };

  return (text) => {
    const { hashes: found, ends } = read(text);
    vector.size = 0;
    let squares = 0;
    let from = 0;
    FAMILIES.forEach((length, family) => {
      const to = ends[family] as number;
      const start = vector.size;
      const known = count(found, from, to, start);
      if (family === 0) vector.known = to === 0 ? 0 : known / to;
      if (vector.size > start) {
        scale(start, length);
        squares += length * length;
      }
      from = to;
    });
    if (squares > 0) {
      const factor = 1 / Math.sqrt(squares);
      for (let k = 0; k < vector.size; k++) vector.values[k] = (vector.values[k] as number) * factor;
    }
    forget();
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
