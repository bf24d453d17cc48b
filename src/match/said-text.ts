import { type Clause, splitClauses } from './clauses.ts';
import { CUE, type Cue } from './cue.ts';

/** A place where a topic is mentioned, in units of the normalised text. */
export interface Mention {
  topic: string;
  demand: boolean;
  /** It counts only where it is refused. */
  faint: boolean;
  from: number;
  to: number;
}

/** A normalised text with everything the stance layer knows of it. */
export interface SaidText {
  text: string;
  clauses: Clause[];
  /** In order; they do not overlap. */
  cues: Cue[];
  /** The kinds of all its cues together: most questions that are asked of a text are answered by what it has none of. */
  kinds: number;
  mentions: Mention[];
}

/** Whether a cue is of any of these kinds, given as bits of `CUE`. */
export const is = (cue: Cue, kinds: number): boolean => (cue.kinds & kinds) !== 0;

/** Cuts a text into clauses at its marks and its turns of thought. `cues` are in order and do not overlap. */
export function saidText(text: string, cues: Cue[], mentions: Mention[]): SaidText {
  let kinds = 0;
  for (const cue of cues) kinds |= cue.kinds;
  const turns = (kinds & CUE.turn) === 0 ? [] : cues.filter((cue) => is(cue, CUE.turn)).map((cue) => cue.from);
  return { text, clauses: splitClauses(text, turns), cues, kinds, mentions };
}

/** The first of a row, ordered by `from`, that begins at a place or later. */
export function firstFrom(row: readonly { from: number }[], at: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((row[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of a row ordered by `from`, those that begin within a stretch. */
export function within<T extends { from: number }>(row: readonly T[], from: number, to: number): T[] {
  const first = firstFrom(row, from);
  return first === row.length ? [] : row.slice(first, firstFrom(row, to));
}

/** Cues that begin within a stretch, those that reach out of it included. */
export const cuesBefore = (said: SaidText, from: number, to: number): Cue[] => within(said.cues, from, to);

/** Cues that lie within a stretch. */
export const cuesIn = (said: SaidText, from: number, to: number): Cue[] =>
  cuesBefore(said, from, to).filter((cue) => cue.to <= to);

/** Whether a cue of any of these kinds lies within a stretch. */
export function hasCue(said: SaidText, kinds: number, from: number, to: number): boolean {
  if ((said.kinds & kinds) === 0) return false;
  const { cues } = said;
  for (let i = firstFrom(cues, from); i < cues.length; i++) {
    const cue = cues[i] as Cue;
    if (cue.from >= to) return false;
    if (cue.to <= to && is(cue, kinds)) return true;
  }
  return false;
}

/** The clause in which a place lies; an empty one there where it lies in none. */
export function clauseAt(said: SaidText, at: number): Clause {
  const clause = said.clauses[firstFrom(said.clauses, at + 1) - 1];
  return clause && at < clause.to ? clause : { from: at, to: at, question: false };
}
