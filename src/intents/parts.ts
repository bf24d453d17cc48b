/** Where one thought ends: marks, line ends, and words that begin another. */
const BREAK = /[。！？!?；;，,、…\n]+|\.(?=\s|$)|(?:而且|并且|还有|另外|顺便|同时|以及|再就是|然后)|\b(?:and|also|plus|but)\b/giu;
/** A part says something of its own from so many characters on; a Chinese one counts twice. */
const LEAST = 4;
/** Nobody puts more wishes into one message; what stands behind is read with the whole alone. */
const MOST = 8;

const isHan = (unit: number): boolean => unit >= 0x2e80 && unit <= 0x9fff;

const lengthOf = (text: string): number => {
  let length = 0;
  for (let i = 0; i < text.length; i++) length += isHan(text.charCodeAt(i)) ? 2 : 1;
  return length;
};

/** A stretch of a text, in UTF-16 units, the end exclusive. */
export interface Part {
  from: number;
  to: number;
}

/** The parts of a message that may each carry a wish of their own; none where it is of one piece. */
export const partsOf = (text: string): Part[] => {
  const parts: Part[] = [];
  let from = 0;
  const close = (to: number) => {
    if (lengthOf(text.slice(from, to).trim()) >= LEAST) parts.push({ from, to });
  };
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    if (parts.length >= MOST) break;
    close(index);
    from = index + mark.length;
  }
  close(text.length);
  return parts.length < 2 ? [] : parts.slice(0, MOST);
};
