import { fold } from '../match/fold.ts';
import { normalise } from '../match/normalise.ts';

/** A normalised text, one number a unit of UTF-16; behind the last one stands a 0. */
export interface FoldedText {
  length: number;
  units: Uint16Array;
}

export const createFoldedText = (): FoldedText => ({ length: 0, units: new Uint16Array(1024) });

const makeRoom = (folded: FoldedText, length: number): void => {
  if (length >= folded.units.length) folded.units = new Uint16Array(length * 2);
};

const copy = (folded: FoldedText, text: string): void => {
  makeRoom(folded, text.length);
  const { units } = folded;
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  units[text.length] = 0;
  folded.length = text.length;
};

/** Normalises a stretch of a text, as `normalise` does, yet without making a text of it where every unit folds by itself. */
export const foldText = (folded: FoldedText, text: string, from: number, to: number): void => {
  const length = to - from;
  makeRoom(folded, length);
  const { units } = folded;
  let slow = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(from + i);
    units[i] = fold.units[unit] as number;
    slow |= fold.slow[unit] as number;
  }
  units[length] = 0;
  folded.length = length;
  if (slow !== 0) copy(folded, normalise(text.slice(from, to)).text);
};
