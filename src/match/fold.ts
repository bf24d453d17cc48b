import { FOLD_PAIRS, SLOW_UNITS } from './fold-table.ts';

/** What every unit of UTF-16 folds to by itself, and which units cannot be folded by themselves. */
export interface Fold {
  /** 65 536 entries; a slow unit stands for itself. */
  units: Uint16Array;
  /** 1 where the reading hangs on more than the unit: it expands, vanishes or joins its neighbour. */
  slow: Uint8Array;
}

/** Unpacks the table that `keywords/dict/build-fold-table.ts` computed: width, case, compatibility forms, traditional to simplified. */
export function unpackFold(): Fold {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) units[unit] = unit;
  for (let i = 0; i < FOLD_PAIRS.length; i += 2) units[FOLD_PAIRS.charCodeAt(i)] = FOLD_PAIRS.charCodeAt(i + 1);
  const slow = new Uint8Array(0x10000);
  for (const range of SLOW_UNITS.split(' ')) {
    const [first = '', last = first] = range.split('-');
    slow.fill(1, Number.parseInt(first, 16), Number.parseInt(last, 16) + 1);
  }
  return { units, slow };
}

/** The shipped fold; never written to. */
export const fold: Fold = unpackFold();
