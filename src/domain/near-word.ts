import { editDistance } from './edit-distance.ts';

/** The one of `words` that somebody most likely meant by a misspelt word, or null where none is close. */
export const nearWord = (word: string, words: readonly string[]): string | null => {
  // Comparing costs the product of the lengths, and nobody misspells so long a word.
  if (word.length >= 100) return null;
  const [near] = words.toSorted((a, b) => editDistance(a, word) - editDistance(b, word));
  // Of a short word, half its letters must be right: else every word of two letters were close to every other.
  const most = Math.max(1, Math.min(Math.floor(word.length / 2), Math.max(2, word.length / 3)));
  return near !== undefined && editDistance(near, word) <= most ? near : null;
};
