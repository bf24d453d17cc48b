import { phraseKey } from './phrase-key.ts';

const LATIN = /[\p{Script=Latin}\p{N}]+/gu;
const HAN = /\p{Script=Han}+/gu;

/** Stems of a phrase: each pair of neighbouring Chinese characters, and each Latin word of three letters or more cut to its first five. */
function stems(phrase: string): Set<string> {
  const key = phraseKey(phrase);
  const found = new Set<string>();
  for (const [run] of key.matchAll(HAN)) for (let i = 0; i + 2 <= run.length; i++) found.add(run.slice(i, i + 2));
  for (const [word] of key.matchAll(LATIN)) if (word.length >= 3) found.add(word.slice(0, 5));
  return found;
}

/**
 * The share of phrases that hold the commonest stem, from 0 to 1. A pack whose phrases are variations of one word looks rich and finds
 * little more than that word does.
 */
export function stemShare(phrases: readonly string[]): number {
  if (phrases.length === 0) return 0;
  const count = new Map<string, number>();
  for (const phrase of phrases) for (const stem of stems(phrase)) count.set(stem, (count.get(stem) ?? 0) + 1);
  return Math.max(0, ...count.values()) / phrases.length;
}
