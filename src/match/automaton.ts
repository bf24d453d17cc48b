import { placeTrie } from './double-array.ts';
import { linkFailures } from './failure-links.ts';
import type { Fold } from './fold.ts';
import { buildTrie, type PhraseTrie } from './phrase-trie.ts';

const GOLDEN = 0x9e3779b1 | 0;

/** One bit for every pair of classes with which a phrase begins, hashed. Sixteen bits a pair keep false alarms rare. */
function beginnings(trie: PhraseTrie) {
  const { parent, label } = trie;
  const depthTwo: number[] = [];
  for (let v = 1; v < trie.nodes; v++) {
    const u = parent[v] ?? 0;
    if (u !== 0 && parent[u] === 0) depthTwo.push(v);
  }
  let bits = 15;
  while (2 ** bits < depthTwo.length * 16 && bits < 22) bits++;
  const shift = 32 - bits;
  const bitmap = new Int32Array(2 ** bits / 32);
  for (const v of depthTwo) {
    const hash = Math.imul(((label[parent[v] ?? 0] ?? 0) << 13) ^ (label[v] ?? 0), GOLDEN) >>> shift;
    bitmap[hash >>> 5] = (bitmap[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }
  return { bitmap, shift };
}

/** Slots of four numbers: the parent's place, base, place of the failure state, list of phrases that end here. Places are slots × 4. */
function layOut(trie: PhraseTrie, phrases: number) {
  const place = placeTrie(trie);
  const links = linkFailures(trie, place, phrases);
  // A class looked up from the last base may lie beyond the last slot.
  const nodes = new Int32Array((place.slots + trie.classes + 2) * 4);
  for (let i = 0; i < nodes.length; i += 4) nodes[i] = -2;
  const children = trie.children[0] ?? 0;
  for (let v = 1; v < trie.nodes; v++) {
    const at = (place.slot[v] ?? 0) * 4;
    const fail = links.fail[v] ?? 0;
    // Nothing is ever found by a look-up at depth 1: its parent is a place that no look-up has.
    nodes[at] = v <= children ? -2 : (place.slot[trie.parent[v] ?? 0] ?? 0) * 4;
    nodes[at + 1] = (place.base[v] ?? 0) * 4;
    // A suffix of one unit is where the list of candidates takes over again.
    nodes[at + 2] = fail <= children ? 0 : (place.slot[fail] ?? 0) * 4;
    nodes[at + 3] = links.out[v] ?? 0;
  }
  return { nodes, lists: links.lists };
}

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
   * place in `lists` from which on they stand, longest first, up to -1. `match` says how many are filled.
   */
  ends: Int32Array = new Int32Array(1025);
  outs: Int32Array = new Int32Array(1025);
  readonly lists: Int32Array;
  /** Whether the last text held a unit that does not fold by itself: then it must be normalised first and matched again. */
  slow = false;
  readonly lengths: Int32Array;

  private readonly classOf: Uint16Array;
  private readonly lastPlain: number;
  private readonly lastQuick: number;
  private readonly bitmap: Int32Array;
  private readonly shift: number;
  private readonly nodes: Int32Array;
  /** Base of every class as a state: the nodes of depth 1 are asked most and stay in the nearest cache this way. */
  private readonly bases: Int32Array;
  private classes: Uint16Array = new Uint16Array(1026);
  private candidates: Int32Array = new Int32Array(1025);

  /** `fold`: fold text and phrases unit by unit; null: compare them as they are. Phrases are not empty. */
  constructor(phrases: readonly string[], fold: Fold | null) {
    const trie = buildTrie(phrases, fold);
    this.lengths = Int32Array.from(phrases, (phrase) => phrase.length);
    this.lastPlain = trie.lastPlain;
    this.lastQuick = trie.lastQuick;
    this.classOf = new Uint16Array(0x10000);
    for (let unit = 0; unit < 0x10000; unit++) {
      const own = trie.classOf[fold ? (fold.units[unit] ?? 0) : unit] ?? 0;
      const slow = fold !== null && fold.slow[unit] === 1;
      this.classOf[unit] = slow && own === 0 ? trie.classes + 1 : own;
    }
    const { bitmap, shift } = beginnings(trie);
    this.bitmap = bitmap;
    this.shift = shift;
    const { nodes, lists } = layOut(trie, phrases.length);
    this.nodes = nodes;
    this.bases = Int32Array.from({ length: trie.classes + 2 }, (_, c) => nodes[c * 4 + 1] ?? 0);
    this.lists = lists;
  }

  /** Bytes of the index, without the buffers of the last match. */
  get bytes(): number {
    return (
      this.nodes.byteLength + this.lists.byteLength + this.classOf.byteLength + this.bitmap.byteLength + this.lengths.byteLength
    );
  }

  /** Matches a text; returns at how many places phrases end. */
  match(text: string): number {
    const found = this.findCandidates(text);
    return found === 0 ? 0 : this.walk(this.verify(found));
  }

  /** Calls back with every phrase and the place of its end, after `match` returned `count`. */
  each(count: number, visit: (phrase: number, end: number) => void): void {
    const { outs, ends, lists } = this;
    for (let k = 0; k < count; k++) {
      let out = outs[k] as number;
      const end = ends[k] as number;
      if (out < 0) visit(-1 - out, end);
      else for (let phrase = lists[out] as number; phrase >= 0; phrase = lists[++out] as number) visit(phrase, end);
    }
  }

  private findCandidates(text: string): number {
    const length = text.length;
    if (length >= this.candidates.length) this.growBuffers(length);
    const { classOf, bitmap, shift, classes, candidates, lastPlain, lastQuick } = this;
    let before = 0;
    let found = 0;
    let slow = 0;
    for (let i = 0; i < length; i++) {
      const c = classOf[text.charCodeAt(i)] as number;
      classes[i + 1] = c;
      const hash = Math.imul((before << 13) ^ c, GOLDEN) >>> shift;
      candidates[found] = i;
      // No branch: a branch that the processor guesses wrong costs more than ten of these.
      found += (((bitmap[hash >>> 5] as number) >>> (hash & 31)) & 1) | ((lastPlain - c) >>> 31);
      slow |= lastQuick - c;
      before = c;
    }
    classes[length + 1] = 0;
    this.slow = slow < 0;
    return found;
  }

  /**
   * Keeps the candidates whose pair does begin a phrase, or whose last unit is one. Again no branch, so that the look-ups of all candidates
   * wait for memory at the same time and not one after another.
   */
  private verify(found: number): number {
    const { nodes, bases, classes, candidates, lastPlain } = this;
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
    const { nodes, bases, classes, candidates, outs, ends } = this;
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
    this.outs = new Int32Array(length * 2 + 1);
    this.ends = new Int32Array(length * 2 + 1);
  }
}
