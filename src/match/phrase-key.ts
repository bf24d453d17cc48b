import { normalise } from './normalise.ts';
import { closeUp } from './white-space.ts';

/** A phrase as the automaton looks for it: normalised, trimmed, closed up. A pack's line breaks are blanks. Empty: it cannot be found. */
export function phraseKey(phrase: string): string {
  return closeUp(normalise(phrase).text.replace(/\s+/gu, ' ').trim());
}
