import type { Fold } from './fold.ts';
import { indexPhrases, PAIR_FACTOR, type PhraseIndex } from './index-phrases.ts';
import { BREAK, SLOW, UNSPACED, WHITE } from './unit-kinds.ts';

/** The state after one more unit, of class × 4: the longest suffix that goes on so; 0 where that would be shorter than two units. */
function step(nodes: Int32Array, from: number, c: number): number {
  let state = from;
  let to = (nodes[state + 1] as number) + c;
  while (nodes[to] !== state) {
    state = nodes[state + 2] as number;
    if (state === 0) return 0;
    to = (nodes[state + 1] as number) + c;
  }
  return to;
}

/**
 * Finds all phrases in a text, overlaps included.
 *
 * One pass without a branch folds each unit to its class and lists where a pair of classes begins a phrase; the second pass visits
 * only those places and walks an Aho-Corasick automaton in a double array until its state is shorter than two units. So ordinary text
 * costs little more than reading it, and hostile text no more than the automaton: no place is walked twice.
 * The buffers of the last match are kept and reused; they grow with the longest text, not with the dictionary.
 */
export class Automaton {
  /**
   * The places of the last text at which phrases end (exclusive, in order), and which end there: -1 - p is phrase p alone, anything else the
   * place in `lists` from which on they stand, longest first, up to -1. `match` says how many are filled. In a text that was closed up the
   * places are those of the closed text; `each` gives those of the text.
   */
  ends: Int32Array = new Int32Array(1025);
  outs: Int32Array = new Int32Array(1025);
  readonly lists: Int32Array;
  /** Whether the last text held a unit that does not fold by itself: then it must be normalised first and matched again. */
  slow = false;
  readonly lengths: Int32Array;

  private readonly index: PhraseIndex;
  private classes: Uint16Array = new Uint16Array(1026);
  private candidates: Int32Array = new Int32Array(1025);
  /** From where on the last text was closed up, and which place of the text each place of the closed text had. */
  private closedFrom = -1;
  private places: Int32Array = new Int32Array(1025);

  /**
   * `fold`: fold text and phrases unit by unit and let white space count as `closeUp` says, which the phrases must have been through; null:
   * compare them as they are. Phrases are not empty.
   */
  constructor(phrases: readonly string[], fold: Fold | null) {
    this.index = indexPhrases(phrases, fold);
    this.lists = this.index.lists;
    this.lengths = Int32Array.from(phrases, (phrase) => phrase.length);
  }

  /** Bytes of the index, without the buffers of the last match. */
  get bytes(): number {
    const { nodes, lists, classOf, bitmap, kinds, bases } = this.index;
    return (
      nodes.byteLength +
      lists.byteLength +
      classOf.byteLength +
      bitmap.byteLength +
      kinds.byteLength +
      bases.byteLength +
      this.lengths.byteLength
    );
  }

  /** Whether white space of the last text was closed up. */
  get closed(): boolean {
    return this.closedFrom >= 0;
  }

  /** Matches a text; returns at how many places phrases end. */
  match(text: string): number {
    this.slow = false;
    this.closedFrom = -1;
    let found = this.findCandidates(text);
    if (found < 0) found = this.lookAgain(text.length, ~found);
    return found === 0 ? 0 : this.walk(this.verify(found));
  }

  /** Calls back with every phrase and where in the text it begins and ends, after `match` returned `count`. */
  each(count: number, visit: (phrase: number, from: number, to: number) => void): void {
    const { outs, ends, lists } = this;
    for (let k = 0; k < count; k++) {
      let out = outs[k] as number;
      const end = ends[k] as number;
      if (out < 0) this.tell(-1 - out, end, visit);
      else for (let phrase = lists[out] as number; phrase >= 0; phrase = lists[++out] as number) this.tell(phrase, end, visit);
    }
  }

  /** Tells of a phrase that ends at a place of the closed text where it stands in the text. */
  private tell(phrase: number, end: number, visit: (phrase: number, from: number, to: number) => void): void {
    const from = end - (this.lengths[phrase] as number);
    if (this.closed) visit(phrase, this.placeOf(from), this.placeOf(end - 1) + 1);
    else visit(phrase, from, end);
  }

  private placeOf(at: number): number {
    return at >= this.closedFrom ? (this.places[at] as number) : at;
  }

  /** Lists the candidates; gives how many, and their complement where the text holds a special unit. */
  private findCandidates(text: string): number {
    const length = text.length;
    if (length >= this.candidates.length) this.growBuffers(length);
    const { classOf, bitmap, shift, none, lastPlain } = this.index;
    const { classes, candidates } = this;
    const factor = PAIR_FACTOR;
    let before = none;
    let found = 0;
    let special = 0;
    for (let i = 0; i < length; i++) {
      const c = classOf[text.charCodeAt(i)] as number;
      classes[i + 1] = c;
      const hash = Math.imul((before << 13) ^ c, factor) >>> shift;
      candidates[found] = i;
      // No branch: a branch that the processor guesses wrong costs more than ten of these.
      found += (((bitmap[hash >>> 5] as number) >>> (hash & 31)) | ((lastPlain - c) >>> 31)) & 1;
      special |= c - none;
      before = c;
    }
    classes[length + 1] = none;
    return special < 0 ? ~found : found;
  }

  /** Learns what is special about a text, and finds the candidates anew from where its white space is other than one blank between words. */
  private lookAgain(length: number, found: number): number {
    const { kinds } = this.index;
    const { classes } = this;
    let before = 0;
    let seen = 0;
    for (let i = 0; i < length; i++) {
      const kind = kinds[classes[i + 1] as number] as number;
      const either = before | kind;
      // Two of white space, or one beside a character that needs none.
      if ((((before & kind) | (either & (either >>> 1))) & WHITE) !== 0)
        return this.closeUp(i - ((before & WHITE) >> 1), length, found, seen);
      seen |= kind;
      before = kind;
    }
    this.slow = (seen & SLOW) !== 0;
    return found;
  }

  /** Closes up the classes of a text from a place on, and finds its candidates among them. */
  private closeUp(from: number, given: number, found: number, seen: number): number {
    const { candidates } = this;
    let kept = found;
    while (kept > 0 && (candidates[kept - 1] as number) >= from) kept--;
    this.closedFrom = from;
    return this.findPairs(from, this.closeClasses(from, given, seen), kept);
  }

  /** Moves the classes together and notes where each of them stood; gives how many there are. */
  private closeClasses(from: number, given: number, seenBefore: number): number {
    const { kinds, blank, none } = this.index;
    const { classes, places } = this;
    let length = from;
    let before = kinds[classes[from] as number] as number;
    let run = 0;
    let seen = seenBefore;
    for (let i = from; i < given; i++) {
      const c = classes[i + 1] as number;
      const kind = kinds[c] as number;
      seen |= kind;
      if ((kind & WHITE) !== 0) {
        run |= kind;
        continue;
      }
      const idle = ((before | kind) & UNSPACED) !== 0;
      // No phrase begins or ends with the white space, so its place is never asked for.
      if (run !== 0 && (!idle || (run & BREAK) !== 0)) classes[++length] = idle ? none : blank;
      places[length] = i;
      classes[++length] = c;
      before = kind;
      run = 0;
    }
    classes[length + 1] = none;
    this.slow = (seen & SLOW) !== 0;
    return length;
  }

  /** Lists the candidates among the classes from a place on, after those that there are. */
  private findPairs(from: number, length: number, before: number): number {
    const { bitmap, shift, lastPlain } = this.index;
    const { classes, candidates } = this;
    const factor = PAIR_FACTOR;
    let found = before;
    let last = classes[from] as number;
    for (let i = from; i < length; i++) {
      const c = classes[i + 1] as number;
      const hash = Math.imul((last << 13) ^ c, factor) >>> shift;
      candidates[found] = i;
      found += (((bitmap[hash >>> 5] as number) >>> (hash & 31)) | ((lastPlain - c) >>> 31)) & 1;
      last = c;
    }
    return found;
  }

  /**
   * Keeps the candidates whose pair does begin a phrase, or whose last unit is one. Again no branch, so that the look-ups of all candidates
   * wait for memory at the same time and not one after another.
   */
  private verify(found: number): number {
    const { nodes, bases, lastPlain } = this.index;
    const { classes, candidates } = this;
    let kept = 0;
    for (let q = 0; q < found; q++) {
      const at = candidates[q] as number;
      const before = classes[at] as number;
      const c = classes[at + 1] as number;
      const noPair = (nodes[(bases[before] as number) + (c << 2)] as number) ^ (before << 2);
      candidates[kept] = at;
      // (x | -x) >>> 31 is 0 for x = 0, else 1.
      kept += (((noPair | -noPair) >>> 31) ^ 1) | ((lastPlain - c) >>> 31);
    }
    return kept;
  }

  private walk(found: number): number {
    const { nodes, bases } = this.index;
    const { classes, candidates, outs, ends } = this;
    let count = 0;
    let end = 0;
    for (let q = 0; q < found; q++) {
      let at = candidates[q] as number;
      // The walk before has already read this place.
      if (at < end) continue;
      const before = classes[at] as number;
      const last = (classes[at + 1] as number) << 2;
      let state = (bases[before] as number) + last;
      const pair = nodes[state] === before << 2;
      if (!pair) state = last;
      for (;;) {
        at++;
        const out = nodes[state + 3] as number;
        outs[count] = out;
        ends[count] = at;
        count += (out | -out) >>> 31;
        if (!pair) break;
        state = step(nodes, state, (classes[at + 1] as number) << 2);
        if (state === 0) break;
      }
      end = at;
    }
    return count;
  }

  /** Buffers for a text of this length. At each of its places phrases end at most once, so matches need no more room. */
  private growBuffers(length: number): void {
    this.classes = new Uint16Array(length * 2 + 2);
    this.candidates = new Int32Array(length * 2 + 1);
    this.places = new Int32Array(length * 2 + 1);
    this.outs = new Int32Array(length * 2 + 1);
    this.ends = new Int32Array(length * 2 + 1);
  }
}
