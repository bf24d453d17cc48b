/**
 * How white space counts inside a phrase.
 *
 * Chinese and Japanese are written without blanks, so 报 价, or A 产品 for A产品, is the same word typed with more air: a run of white space
 * beside such a character says nothing. Where words are written apart a run says as much as one blank, whatever it is made of: it may not be
 * missing (howmuch), nor come in between (no w). A line break beside a Chinese character stays: a new line is a new thought, and 好的报\n价格 must
 * not become a wish for 报价; between English words it only wraps the line.
 */
const RUN = /\s+/gu;
const BREAK = /[\n\v\f\r\u2028\u2029]/;

/** Whether a unit is white space, line breaks included. */
export const isWhite = (unit: number): boolean =>
  unit === 0x20 || ((unit < 0x20 || unit >= 0xa0) && /\s/.test(String.fromCharCode(unit)));

/** Whether a unit of white space begins a new line. */
export const isBreak = (unit: number): boolean => BREAK.test(String.fromCharCode(unit));

/** Chinese characters and kana, with their marks, of the basic plane. Korean writes words apart. */
export const isUnspaced = (unit: number): boolean =>
  (unit >= 0x2e80 && unit <= 0x312f && unit !== 0x3000) ||
  (unit >= 0x3190 && unit <= 0x9fff) ||
  (unit >= 0xf900 && unit <= 0xfaff);

/** Whether the white space of `text` from `from` to `to` stands beside a character that needs none. */
export function isIdle(text: string, from: number, to: number): boolean {
  return isUnspaced(text.charCodeAt(from - 1)) || isUnspaced(text.charCodeAt(to));
}

/** A normalised text with its white space as it counts: none where it says nothing, one blank or one line break elsewhere. */
export function closeUp(text: string): string {
  return text.replace(RUN, (run, from: number) => {
    if (!isIdle(text, from, from + run.length)) return ' ';
    return BREAK.test(run) ? '\n' : '';
  });
}

/** A text closed up within some stretches only, and where each of its places, and its end, came to stand. */
export interface ClosedWithin {
  text: string;
  at: Int32Array;
}

/** Closes up the white space inside the stretches, which are in order of `from`, and leaves all other as it is. */
export function closeUpWithin(text: string, stretches: readonly { from: number; to: number }[]): ClosedWithin {
  const at = new Int32Array(text.length + 1);
  let closed = '';
  let done = 0;
  const copy = (to: number) => {
    for (let i = done; i < to; i++) at[i] = closed.length + i - done;
    closed += text.slice(done, to);
    done = to;
  };
  let next = 0;
  let reach = 0;
  for (const { 0: run, index: from } of text.matchAll(RUN)) {
    const to = from + run.length;
    for (; (stretches[next]?.from ?? from) < from; next++) reach = Math.max(reach, stretches[next]?.to ?? 0);
    if (to >= reach) continue;
    copy(from);
    at.fill(closed.length, from, to);
    if (!isIdle(text, from, to)) closed += ' ';
    done = to;
  }
  copy(text.length);
  at[text.length] = closed.length;
  return { text: closed, at };
}
