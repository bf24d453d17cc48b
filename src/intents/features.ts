import { normalise } from '../match/normalise.ts';
import { createUnits, partUnits } from './units.ts';

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
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** The features of a text, as hashes, family after family; a feature that occurs twice stands there twice. */
export interface Features {
  hashes: Uint32Array;
  /** Where each family ends. */
  ends: Int32Array;
}

export type ReadFeatures = (text: string) => Features;

/**
 * A reader of features: words and characters by themselves and with their neighbours, and the pieces of words. The same for every
 * script: a Chinese character counts as a word. What it gives is filled anew by the next call.
 */
export const createFeatures = (): ReadFeatures => {
  const units = createUnits();
  const marks = new Int32Array(units.from.length + 2);
  const features: Features = { hashes: new Uint32Array(4096), ends: new Int32Array(FAMILIES.length) };
  let count = 0;
  const push = (hash: number): void => {
    if (count === features.hashes.length) {
      const wider = new Uint32Array(count * 2);
      wider.set(features.hashes);
      features.hashes = wider;
    }
    features.hashes[count++] = spread(hash);
  };
  const pieces = (text: string, from: number, to: number): void => {
    const at = (i: number): number => (i < from || i === to ? EDGE : text.charCodeAt(i));
    for (let start = from - 1; start < to; start++) {
      let hash = join(PIECE, at(start));
      for (let end = start + 1; end <= to && end < start + LONGEST_PIECE; end++) {
        hash = join(hash, at(end));
        if (end - start + 1 >= SHORTEST_PIECE) push(hash);
      }
    }
  };

  const whole = (text: string): void => {
    for (let i = 0; i < units.count; i++) {
      let hash = UNIT;
      for (let k = units.from[i] as number; k < (units.to[i] as number); k++) hash = join(hash, text.charCodeAt(k));
      marks[i + 1] = hash;
      push(hash);
    }
    marks[0] = EDGE;
    marks[units.count + 1] = EDGE;
  };
  /** Neighbours, of which both are single characters (or an end of the text), or not. */
  const pairs = (alone: boolean): void => {
    const { count: n, single } = units;
    for (let i = 0; i <= n; i++) {
      const both = (i === 0 || single[i - 1] === 1) && (i === n || single[i] === 1);
      if (both === alone) push(join(join(PAIR, marks[i] as number), marks[i + 1] as number));
    }
  };
  const triples = (): void => {
    for (let i = 0; i < units.count; i++)
      if (units.single[i] === 1)
        push(join(join(join(TRIPLE, marks[i] as number), marks[i + 1] as number), marks[i + 2] as number));
  };
  /** Of units with one between them, unless all three are single characters, which the triples hold. */
  const apart = (): void => {
    const { count: n, single } = units;
    for (let i = 1; i <= n; i++) {
      if (single[i - 1] === 1 && (i === 1 || single[i - 2] === 1) && (i === n || single[i] === 1)) continue;
      push(join(join(APART, marks[i - 1] as number), marks[i + 1] as number));
    }
  };
  const allPieces = (text: string): void => {
    for (let i = 0; i < units.count; i++) {
      const from = units.from[i] as number;
      if (units.single[i] === 0) pieces(text, from, Math.min(units.to[i] as number, from + LONGEST_WORD));
    }
  };

  return (given) => {
    const { text } = normalise(given.length > LONGEST_TEXT ? given.slice(0, LONGEST_TEXT) : given);
    partUnits(text, units);
    count = 0;
    [whole, () => pairs(false), () => pairs(true), triples, allPieces, apart].forEach((family, i) => {
      family(text);
      features.ends[i] = count;
    });
    return features;
  };
};
