import { fold } from './fold.ts';

/** A text as it is compared, and where each of its units came from. */
export interface Normalised {
  text: string;
  /** Start and end (exclusive) in the given text of every unit of `text`; null where unit i came from unit i. */
  from: Int32Array | null;
  to: Int32Array | null;
}

/** Whether every unit of the text folds by itself: then the normalised text is as long as the given one. */
export function foldsByUnit(text: string): boolean {
  const { slow } = fold;
  for (let i = 0; i < text.length; i++) if (slow[text.charCodeAt(i)] === 1) return false;
  return true;
}

/** So many units make a text at once: spreading a long one would overflow the stack. */
const PORTION = 4096;

/** A text of these units. In one piece where it is short: a text that is put together of pieces is slower to read ever after. */
function textOf(units: readonly number[]): string {
  if (units.length <= PORTION) return String.fromCharCode(...units);
  let text = '';
  for (let i = 0; i < units.length; i += PORTION) text += String.fromCharCode(...units.slice(i, i + PORTION));
  return text;
}

/** Folds unit by unit, slow units left as they are. */
export function foldUnits(text: string): string {
  const { units } = fold;
  let first = 0;
  while (first < text.length && units[text.charCodeAt(first)] === text.charCodeAt(first)) first++;
  if (first === text.length) return text;
  const out: number[] = new Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = units[text.charCodeAt(i)] as number;
  return textOf(out);
}

/** Formatting that a reader does not see: zero-width marks, soft hyphen, variation selectors, direction marks. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
/** What NFKC may join to the character before it: marks, medial and final jamo, half-width voiced marks. */
const JOINS = /^[\p{M}\u1160-\u11ff\uff9e\uff9f]$/u;

function foldCluster(cluster: string): string {
  const simple = foldUnits(cluster.normalize('NFKC').toLowerCase());
  // Folding a traditional compatibility form may open up one more step; the table itself is closed under folding.
  return foldUnits(simple.normalize('NFKC'));
}

interface Draft {
  text: string;
  from: number[];
  to: number[];
}

/** A character with what may join it, and where each of them stands in the given text. */
interface Cluster {
  chars: string[];
  at: number[];
}

function push(draft: Draft, folded: string, from: number, to: number): void {
  draft.text += folded;
  for (let i = 0; i < folded.length; i++) {
    draft.from.push(from);
    draft.to.push(to);
  }
}

function append(draft: Draft, { chars, at }: Cluster): void {
  const whole = foldCluster(chars.join(''));
  const single = chars.map(foldCluster);
  const end = (i: number) => (at[i] ?? 0) + (chars[i]?.length ?? 0);
  // Marks that join nothing keep their own place, so that a span need not take them along.
  if (single.join('') === whole) single.forEach((folded, i) => void push(draft, folded, at[i] ?? 0, end(i)));
  else push(draft, whole, at[0] ?? 0, end(chars.length - 1));
}

function normaliseSlowly(text: string): Normalised {
  const draft: Draft = { text: '', from: [], to: [] };
  let cluster: Cluster = { chars: [], at: [] };
  let at = 0;
  for (const char of text) {
    if (!INVISIBLE.test(char)) {
      // An endless pile of marks is cut, so that no cluster grows with the text.
      if (!JOINS.test(char) || cluster.chars.length >= 32) {
        append(draft, cluster);
        cluster = { chars: [], at: [] };
      }
      cluster.chars.push(char);
      cluster.at.push(at);
    }
    at += char.length;
  }
  append(draft, cluster);
  return { text: draft.text, from: Int32Array.from(draft.from), to: Int32Array.from(draft.to) };
}

/**
 * The text as phrases are compared with it: NFKC, one width, lower case, simplified characters, straight marks, nothing invisible.
 * Lone surrogates stand for themselves.
 */
export function normalise(text: string): Normalised {
  return foldsByUnit(text) ? { text: foldUnits(text), from: null, to: null } : normaliseSlowly(text);
}

/** A span of the normalised text as a span of the given text, in UTF-16 units, end exclusive. */
export function givenSpan(normalised: Normalised, from: number, to: number): [number, number] {
  if (!normalised.from || !normalised.to) return [from, to];
  return [normalised.from[from] ?? 0, normalised.to[to - 1] ?? 0];
}
