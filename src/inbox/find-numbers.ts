import { bankCard } from './bank-card.ts';
import { type DigitRun, digitRuns, SHORTEST } from './digit-runs.ts';
import { idCard } from './id-card.ts';

export const ID_MASK = '[证件号]';
export const CARD_MASK = '[卡号]';

/** Words that make a number of fifteen digits, or one with a wrong checksum, an ID number. The mask is none of them. */
const ID_WORD =
  /身[份分][证證]|[证證]件(?!号\])|sfz|\bid\s*(?:card|no|number|num|号)|identity\s*(?:card|no|number)|identification/i;
/** An order or tracking word right before a number, with what may stand between. */
const ORDER_WORD =
  /(?:[订訂][单單]|[运運][单單]|快[递遞]|物流|[单單][号號]|(?<!银行)流水|工单|(?<![a-z])(?:sf|yto?|zto|sto|ems|jd[a-z]{0,2}|jt|db|order|tracking|waybill|shipment))(?:号码|號碼|编号|[号號码]|[\s_-]?(?:id|no|number|num|sn))?[\s:：#＃.=是为_"'“”‘’(（【[-]*$/i;
const ORDER_WORD_REACH = 24;
/** A row of a table with a calendar date in it, or a decimal fraction: by its looks no card of a common prefix. */
const NO_CARD = /(?<!\d)(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)|^\d{1,3}\.\d{12,}$/;
const SIZES = [18, 19, 17, 16, 15];

/** Where a number stands, in UTF-16 offsets, end exclusive, and what takes its place. */
export interface FoundNumber {
  start: number;
  end: number;
  mask: string;
}

/** The numbers that must be masked, in the order of the text, never overlapping. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  let idWord: boolean | null = null;
  for (const run of digitRuns(text)) {
    idWord ??= ID_WORD.test(text);
    for (let from = 0; from + SHORTEST <= run.digits.length; from += 1) {
      if (from === 0 || !run.glued[from]) findFrom(text, run, from, idWord, found);
    }
  }
  return found;
}

/** Adds every number that begins with this digit; one that overlaps the last is joined to it, so nothing of either stays. */
function findFrom(text: string, run: DigitRun, from: number, idWord: boolean, found: FoundNumber[]): void {
  const start = run.starts[from] as number;
  for (const size of SIZES) {
    const last = from + size - 1;
    if (!endsAt(run, last)) continue;
    const end = run.ends[last] as number;
    const mask = maskFor(text, { digits: run.digits.slice(from, last + 1), start, end }, idWord);
    if (mask === null) continue;
    const previous = found.at(-1);
    if (previous !== undefined && start < previous.end) previous.end = Math.max(previous.end, end);
    else found.push({ start, end, mask });
  }
}

/** Whether a number may end here: a digit that follows at once would make it part of a longer one. */
function endsAt(run: DigitRun, last: number): boolean {
  if (last >= run.digits.length) return false;
  return last + 1 === run.digits.length || !run.glued[last + 1] || run.digits[last + 1] === 'X';
}

function maskFor(text: string, number: { digits: string; start: number; end: number }, idWord: boolean): string | null {
  const id = idCard(number.digits, idWord);
  if (id === 'sure') return ID_MASK;
  const card = id === null ? bankCard(number.digits) : null;
  if (id === null && card === null) return null;
  if (ORDER_WORD.test(text.slice(Math.max(0, number.start - ORDER_WORD_REACH), number.start))) return null;
  if (id !== null) return ID_MASK;
  return card === 'other' && NO_CARD.test(text.slice(number.start, number.end)) ? null : CARD_MASK;
}
