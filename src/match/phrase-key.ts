import { normalise } from './normalise.ts';

/** A phrase as the automaton looks for it: normalised, trimmed, one blank between words. Empty: it cannot be found. */
export function phraseKey(phrase: string): string {
  return normalise(phrase).text.replace(/\s+/gu, ' ').trim();
}
