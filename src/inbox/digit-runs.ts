import { CROSS, DIGIT_COUNTS, IGNORED, KINDS, kindOf, PAIR, SEPARATOR, SPREAD, spell } from './digits.ts';

/** Fewer digits than this are no ID and no card. */
export const SHORTEST = 15;
/** So many separators may stand between two digits of one number ("6222 - 0212"). */
const WIDEST_GAP = 3;
/** Only after so many digits is an x the last sign of an ID number; anywhere else it parts two numbers ("4x100"). */
const DIGITS_BEFORE_X = 17;

/** Digits that follow each other with nothing or only separators between them; the lists have one entry a digit. */
export interface DigitRun {
  /** ASCII digits, and `X` for an X at the very end. */
  digits: string;
  /** UTF-16 offsets in the text as given, end exclusive. */
  starts: number[];
  ends: number[];
  /** Whether the digit follows the one before it without a separator. */
  glued: boolean[];
}

/** Whether a text can hold a number at all; counts no less than the digits it has. */
export function hasEnoughDigits(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) digits += DIGIT_COUNTS[text.charCodeAt(at)] as number;
  return digits >= SHORTEST;
}

/**
 * Reads the digits of a text, in whatever script or disguise, as runs of at least `SHORTEST`. The first pass only counts, since
 * most messages with many digits have them in a telephone number here and a date there.
 */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let start = 0;
  let digits = 0;
  let gap = 0;
  const finish = (end: number) => {
    if (digits >= SHORTEST) readStretch(text, start, end, runs);
    digits = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] as number;
    if (kind === IGNORED) continue;
    if (kind === SEPARATOR && gap < WIDEST_GAP) {
      gap += 1;
      continue;
    }
    gap = 0;
    if (isDigitLike(kind)) {
      if (digits === 0) start = at;
      digits += DIGIT_COUNTS[text.charCodeAt(at)] as number;
      if (kind === PAIR) at += 1;
      continue;
    }
    // What ends the stretch goes with it: it may be the X.
    finish(at + 1);
  }
  finish(text.length);
  return runs;
}

function isDigitLike(kind: number): boolean {
  return kind < 10 || kind >= SPREAD;
}

/** Reads one stretch sign by sign; a numbered sign or an emoji in it may still part it. */
function readStretch(text: string, start: number, end: number, runs: DigitRun[]): void {
  const run = createRun(runs);
  for (let at = start; at < end; ) {
    const kind = KINDS[text.charCodeAt(at)] as number;
    const codePoint = text.codePointAt(at) as number;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    if (kind < SPREAD) run.take(kind, at, next);
    else for (const plain of spell(codePoint)) run.take(kindOf(plain.codePointAt(0) as number), at, next);
    at = next;
  }
  run.close();
}

function createRun(runs: DigitRun[]) {
  let run: DigitRun = { digits: '', starts: [], ends: [], glued: [] };
  let gap = 0;

  const add = (digit: string, start: number, end: number) => {
    run.digits += digit;
    run.starts.push(start);
    run.ends.push(end);
    run.glued.push(gap === 0);
    gap = 0;
  };
  const close = () => {
    if (run.digits.length >= SHORTEST) runs.push(run);
    if (run.digits !== '') run = { digits: '', starts: [], ends: [], glued: [] };
    gap = 0;
  };
  const take = (kind: number, start: number, end: number) => {
    if (kind === IGNORED) return;
    if (kind < 10) add(String(kind), start, end);
    else if (kind === SEPARATOR && gap < WIDEST_GAP) gap += 1;
    else {
      if (kind === CROSS && run.digits.length >= DIGITS_BEFORE_X) add('X', start, end);
      close();
    }
  };
  return { take, close };
}
