import { createFoldedText, type FoldedText, foldText } from './folded-text.ts';
import { createUnits, MOST_UNITS, partUnits, type Units } from './units.ts';

/**
 * Families of features, and how long the vector of each is: units, pairs of words, pairs and triples of single characters, pieces of
 * words, pairs of words with one between them. Each is scaled by itself, so that the many pieces do not drown the words. Chosen by
 * cross-validation.
 */
export const FAMILIES = [1, 0.6, 1, 0.5, 1, 0.4] as const;
const UNIT = 0x811c9dc5;
const PAIR = 0x9747b28c;
const TRIPLE = 0x2545f491;
const PIECE = 0x51ed270b;
const APART = 0x6c62272e;
/** Before the first unit and behind the last one, and at both ends of a word. */
const EDGE = 2;
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 4;
/** Nobody reads a word of more letters. */
const LONGEST_WORD = 40;

/** No message to a salesperson is longer; what stands behind is not read. */
const LONGEST_TEXT = 4096;

const join = (hash: number, next: number): number => Math.imul(hash ^ next, 0x01000193);

/** Spreads the bits, so that features of similar words do not lie side by side. */
const spread = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};

/** The features of a text, as hashes, family after family; a feature that occurs twice stands there twice. */
export interface Features {
  hashes: Uint32Array;
  /** The same numbers, with a sign: they stay what a processor counts with. */
  signed: Int32Array;
  /** Where each family ends. */
  ends: Int32Array;
}

/** Reads a stretch of a text; all of it, if none is given. */
export type ReadFeatures = (text: string, from?: number, to?: number) => Features;

/** A text while its features are read. */
interface Reading {
  text: FoldedText;
  units: Units;
  /** The hash of every unit, and what stands before the first one and behind the last one. */
  marks: Int32Array;
  /** The word whose pieces are read, between its edges. */
  word: Int32Array;
  /** Where features are written. */
  out: Int32Array;
}

const whole = ({ text, units, marks, out }: Reading): number => {
  const { count, from, to } = units;
  marks[0] = EDGE;
  for (let i = 0; i < count; i++) {
    const end = to[i] as number;
    let hash = UNIT;
    for (let k = from[i] as number; k < end; k++) hash = join(hash, text.units[k] as number);
    marks[i + 1] = hash;
    out[i] = spread(hash);
  }
  marks[count + 1] = EDGE;
  return count;
};

/** Neighbours, of which both are single characters (or an end of the text), or not. */
const pairs = ({ units, marks, out }: Reading, start: number, alone: 0 | 1): number => {
  const { count, single } = units;
  let at = start;
  for (let i = 0; i <= count; i++)
    if (((single[i] as number) & (single[i + 1] as number)) === alone)
      out[at++] = spread(join(join(PAIR, marks[i] as number), marks[i + 1] as number));
  return at;
};

const triples = ({ units, marks, out }: Reading, start: number): number => {
  const { count, single } = units;
  let at = start;
  for (let i = 1; i <= count; i++)
    if (single[i] === 1)
      out[at++] = spread(join(join(join(TRIPLE, marks[i - 1] as number), marks[i] as number), marks[i + 1] as number));
  return at;
};

/** Neighbours but for one between them, unless all three are single characters, which the triples hold. */
const apart = ({ units, marks, out }: Reading, start: number): number => {
  const { count, single } = units;
  let at = start;
  for (let i = 1; i <= count; i++)
    if (((single[i - 1] as number) & (single[i] as number) & (single[i + 1] as number)) === 0)
      out[at++] = spread(join(join(APART, marks[i - 1] as number), marks[i + 1] as number));
  return at;
};

/** The pieces of one word, between its edges. */
const pieces = ({ word, out }: Reading, length: number, start: number): number => {
  let at = start;
  for (let begin = 0; begin + 1 < length; begin++) {
    let hash = join(PIECE, word[begin] as number);
    const end = Math.min(length, begin + LONGEST_PIECE);
    for (let i = begin + 1; i < end; i++) {
      hash = join(hash, word[i] as number);
      out[at++] = spread(hash);
    }
  }
  return at;
};

const MOST_PIECES = (LONGEST_WORD + 2) * (LONGEST_PIECE - SHORTEST_PIECE + 1);
/** No text has more features: every unit with its neighbours, and each of them a long word. */
export const MOST_FEATURES = MOST_UNITS * (4 + MOST_PIECES) + 1;

const allPieces = (reading: Reading, start: number): number => {
  const { text, units, word } = reading;
  let at = start;
  for (let i = 0; i < units.count; i++) {
    if (units.single[i + 1] === 1) continue;
    const from = units.from[i] as number;
    const length = Math.min((units.to[i] as number) - from, LONGEST_WORD);
    for (let k = 0; k < length; k++) word[k + 1] = text.units[from + k] as number;
    word[length + 1] = EDGE;
    at = pieces(reading, length + 2, at);
  }
  return at;
};

/**
 * A reader of features: words and characters by themselves and with their neighbours, and the pieces of words. The same for every
 * script: a Chinese character counts as a word. What it gives is filled anew by the next call.
 */
export const createFeatures = (): ReadFeatures => {
  const out = new Int32Array(MOST_FEATURES);
  const reading: Reading = {
    text: createFoldedText(),
    units: createUnits(),
    marks: new Int32Array(MOST_UNITS + 2),
    word: new Int32Array(LONGEST_WORD + 2).fill(EDGE),
    out,
  };
  const features: Features = { hashes: new Uint32Array(out.buffer), signed: out, ends: new Int32Array(FAMILIES.length) };
  const { ends } = features;
  return (text, from = 0, to = text.length) => {
    foldText(reading.text, text, from, Math.min(to, from + LONGEST_TEXT));
    partUnits(reading.text, reading.units);
    ends[0] = whole(reading);
    ends[1] = pairs(reading, ends[0], 0);
    ends[2] = pairs(reading, ends[1], 1);
    ends[3] = triples(reading, ends[2]);
    ends[4] = allPieces(reading, ends[3]);
    ends[5] = apart(reading, ends[4]);
    return features;
  };
};
