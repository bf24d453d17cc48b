import type { Fold } from './fold.ts';
import { isBreak, isUnspaced, isWhite } from './white-space.ts';

/** It does not fold by itself. */
export const SLOW = 1;
export const WHITE = 2;
/** Twice `WHITE`, so that one shift compares neighbours. White space other than a blank has it too: it is never as a phrase writes it. */
export const UNSPACED = 4;
export const BREAK = 8;

/** Whether a text with such a unit needs a second look. */
export const isSpecial = (kind: number): boolean => (kind & (SLOW | WHITE)) !== 0;

/** Kinds of every unit of UTF-16, as bits, by what it folds to. */
export function unitKinds(fold: Fold): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    const folded = fold.units[unit] ?? 0;
    const slow = fold.slow[unit] === 1 ? SLOW : 0;
    if (isUnspaced(folded)) kinds[unit] = slow | UNSPACED;
    else if (!isWhite(unit)) kinds[unit] = slow;
    else kinds[unit] = slow | WHITE | (folded === 0x20 ? 0 : UNSPACED) | (isBreak(unit) ? BREAK : 0);
  }
  return kinds;
}
