import type { ReadFeatures } from './features.ts';

/** The features that a model knows, by their hashes in rising order, and how much each weighs: rare ones weigh more. */
export interface Vocabulary {
  hashes: Uint32Array;
  weights: Float32Array;
}

/** From so many texts on, rare features weigh only by the root: what is rare among many says less. By cross-validation. */
const SOME_TEXTS = 5_000;
/** From so many texts on, a feature that occurs once says nothing. */
const MANY_TEXTS = 30_000;

/** In how many texts each hash occurs. */
const countTexts = (texts: readonly string[], read: ReadFeatures): Map<number, number> => {
  const counts = new Map<number, number>();
  const seen = new Map<number, number>();
  texts.forEach((text, i) => {
    const { hashes, ends } = read(text);
    for (let k = 0; k < (ends.at(-1) ?? 0); k++) {
      const hash = hashes[k] as number;
      if (seen.get(hash) === i) continue;
      seen.set(hash, i);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  });
  return counts;
};

/** The commonest features of the texts, `most` at the most, ties by hash. Does not depend on the order of the texts. */
export const gatherVocabulary = (texts: readonly string[], read: ReadFeatures, most: number): Vocabulary => {
  const least = texts.length >= MANY_TEXTS ? 2 : 1;
  const counts = [...countTexts(texts, read)].filter(([, count]) => count >= least);
  if (counts.length > most) {
    counts.sort(([a, m], [b, n]) => n - m || a - b);
    counts.length = most;
  }
  counts.sort(([a], [b]) => a - b);
  const power = texts.length >= SOME_TEXTS ? 0.5 : 1;
  const weights = counts.map(([, count]) => (1 + Math.log((1 + texts.length) / (1 + count))) ** power);
  return { hashes: Uint32Array.from(counts, ([hash]) => hash), weights: Float32Array.from(weights) };
};
