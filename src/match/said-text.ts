import { type Clause, splitClauses } from './clauses.ts';
import type { Cue, CueKind } from './cue.ts';

/** A place where a topic is mentioned, in units of the normalised text. */
export interface Mention {
  topic: string;
  demand: boolean;
  /** It counts only where it is refused. */
  faint?: boolean;
  from: number;
  to: number;
}

/** A normalised text with everything the stance layer knows of it. */
export interface SaidText {
  text: string;
  clauses: Clause[];
  cues: Cue[];
  mentions: Mention[];
}

/** Whether a cue is of any of these kinds. It is asked more often than anything else, so it makes no closures. */
export function is(cue: Cue, ...kinds: CueKind[]): boolean {
  for (const kind of kinds) if (cue.kinds.includes(kind)) return true;
  return false;
}

/** Cuts a text into clauses at its marks and its turns of thought. `cues` are in order and do not overlap. */
export function saidText(text: string, cues: Cue[], mentions: Mention[]): SaidText {
  const turns = cues.filter((cue) => is(cue, 'turn')).map((cue) => cue.from);
  return { text, clauses: splitClauses(text, turns), cues, mentions };
}

/** The first of a row, ordered by `from`, that begins at a place or later. */
function firstFrom(row: readonly { from: number }[], at: number): number {
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

/** The clause in which a place lies; an empty one there where it lies in none. */
export function clauseAt(said: SaidText, at: number): Clause {
  const clause = said.clauses[firstFrom(said.clauses, at + 1) - 1];
  return clause && at < clause.to ? clause : { from: at, to: at, question: false };
}
