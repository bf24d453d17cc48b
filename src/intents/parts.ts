import { isWhite, nextBreak } from './breaks.ts';

/** A part says something of its own from so many characters on; a Chinese one counts twice. */
const LEAST = 4;
/** Nobody puts more wishes into one message; what stands behind is read with the whole alone. */
const MOST = 8;

const isHan = (unit: number): boolean => unit >= 0x2e80 && unit <= 0x9fff;

/** Whether a stretch is long enough to say something, white space around it aside. */
const says = (text: string, from: number, to: number): boolean => {
  let start = from;
  while (start < to && isWhite(text, start)) start++;
  let length = 0;
  for (let i = start; i < to; i++) {
    length += isHan(text.charCodeAt(i)) ? 2 : 1;
    if (length >= LEAST && !isWhite(text, i)) return true;
  }
  return false;
};

/** A stretch of a text, in UTF-16 units, the end exclusive. */
export interface Part {
  from: number;
  to: number;
}

/** The parts of a message that may each carry a wish of their own, between its breaks; none where it is of one piece. */
export const partsOf = (text: string): Part[] => {
  const parts: Part[] = [];
  let from = 0;
  for (let next = nextBreak(text, 0); next !== null && parts.length < MOST; next = nextBreak(text, from)) {
    if (says(text, from, next.at)) parts.push({ from, to: next.at });
    from = next.at + next.length;
  }
  if (parts.length < MOST && from > 0 && says(text, from, text.length)) parts.push({ from, to: text.length });
  return parts.length < 2 ? [] : parts;
};
