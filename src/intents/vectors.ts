import { FAMILIES, type ReadFeatures } from './features.ts';
import { createLookUp, type Vocabulary } from './vocabulary.ts';

/** The features of one text that a vocabulary knows, with their values; the squares of the values add up to 1, or there are none. */
export interface Vector {
  size: number;
  ids: Int32Array;
  values: Float32Array;
}

const makeRoom = (vector: Vector, size: number): void => {
  if (size <= vector.ids.length) return;
  vector.ids = new Int32Array(size * 2);
  vector.values = new Float32Array(size * 2);
};

/** Multiplies the values of a stretch. */
const scale = (values: Float32Array, from: number, to: number, factor: number): void => {
  for (let k = from; k < to; k++) values[k] = (values[k] as number) * factor;
};

/**
 * A reader of vectors: how often a feature occurs counts by its logarithm, and each family of features has the same length.
 * What it gives is filled anew by the next call.
 */
export const createVectors = (
  { hashes, weights }: Vocabulary,
  read: ReadFeatures,
): ((text: string, from?: number, to?: number) => Vector) => {
  const lookUp = createLookUp(hashes);
  const places = new Int32Array(hashes.length).fill(-1);
  const vector: Vector = { size: 0, ids: new Int32Array(1024), values: new Float32Array(1024) };

  /** Counts the features of one family into the vector from `start` on; gives its new size. */
  const count = (found: Int32Array, from: number, to: number, start: number): number => {
    const { ids, values } = vector;
    let size = start;
    for (let k = from; k < to; k++) {
      const id = lookUp(found[k] as number);
      if (id < 0) continue;
      const place = places[id] as number;
      if (place >= start) values[place] = (values[place] as number) + 1;
      else {
        places[id] = size;
        ids[size] = id;
        values[size++] = 1;
      }
    }
    return size;
  };
  /** Weighs the counts of a stretch; gives the sum of their squares. */
  const weigh = (from: number, to: number): number => {
    const { ids, values } = vector;
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

  return (text, begin, end) => {
    const { signed, ends } = read(text, begin, end);
    makeRoom(vector, ends[FAMILIES.length - 1] as number);
    const { ids, values } = vector;
    let size = 0;
    let squares = 0;
    let from = 0;
    for (let family = 0; family < FAMILIES.length; family++) {
      const to = ends[family] as number;
      const length = FAMILIES[family] as number;
      const start = size;
      size = count(signed, from, to, start);
      if (size > start) {
        scale(values, start, size, length / Math.sqrt(weigh(start, size)));
        squares += length * length;
      }
      from = to;
    }
    if (squares > 0) scale(values, 0, size, 1 / Math.sqrt(squares));
    for (let k = 0; k < size; k++) places[ids[k] as number] = -1;
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
