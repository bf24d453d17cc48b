import type { PhraseTrie } from './phrase-trie.ts';

/** Where every node of a trie stands: the child of node n by class c is in slot `base[n] + c`. */
export interface DoubleArray {
  slots: number;
  slot: Int32Array;
  base: Int32Array;
}

/** How many slots may be searched before the crowded beginning is given up, little by little. */
const SEARCH = 8192;

/** Slots that are taken, 32 to a word, so that 32 places are tried at once. */
class Taken {
  words: Int32Array;
  highest = 0;

  constructor(slots: number) {
    this.words = new Int32Array((slots >>> 5) + 2);
  }

  add(slot: number): void {
    const word = slot >>> 5;
    if (word + 2 >= this.words.length) this.grow(word);
    this.words[word] = (this.words[word] ?? 0) | (1 << (slot & 31));
    if (slot > this.highest) this.highest = slot;
  }

  /** The 32 slots from `slot` on; those past the end are free. */
  window(slot: number): number {
    const word = slot >>> 5;
    const shift = slot & 31;
    const low = this.words[word] ?? 0;
    if (shift === 0) return low;
    return (low >>> shift) | ((this.words[word + 1] ?? 0) << (32 - shift));
  }

  private grow(word: number): void {
    const larger = new Int32Array(Math.max(this.words.length * 2, word + 3));
    larger.set(this.words);
    this.words = larger;
  }
}

/**
 * The second units of phrases are looked up most, so they are placed first and stand close together, within reach of a near cache.
 * Then come nodes with many children, the hardest to place.
 */
function placingOrder(trie: PhraseTrie): number[] {
  const order: number[] = [];
  for (let node = 1; node < trie.nodes; node++) if ((trie.children[node] ?? 0) > 0) order.push(node);
  const firsts = trie.children[0] ?? 0;
  const deep = (node: number) => (node <= firsts ? 0 : 1);
  return order.sort((a, b) => deep(a) - deep(b) || (trie.children[b] ?? 0) - (trie.children[a] ?? 0) || a - b);
}

/** The first base from `from` on at which all children of the node find free slots. */
function freeBase(trie: PhraseTrie, node: number, taken: Taken, from: number): number {
  const first = trie.child[node] ?? 0;
  const end = first + (trie.children[node] ?? 0);
  for (let base = from; ; base += 32) {
    let blocked = 0;
    for (let v = first; v < end && blocked !== -1; v++) blocked |= taken.window(base + (trie.label[v] ?? 0));
    if (blocked !== -1) return base + (31 - Math.clz32(~blocked & -~blocked));
  }
}

/** Where to begin the search for free slots, so that placing does not crawl over full ground again and again. */
class Crowd {
  private readonly start: number;
  private at: number;
  private size = Number.POSITIVE_INFINITY;
  private tries = 0;

  constructor(start: number) {
    this.start = start;
    this.at = start;
  }

  /** The first base worth trying for a node. */
  baseFor(taken: Taken, children: number, smallestLabel: number): number {
    // Small families fit into the holes that large ones left.
    if (children < this.size && children <= 2) this.at = this.start;
    this.size = children;
    while (taken.window(this.at) === -1) this.at += 32;
    return Math.max(1, this.at - smallestLabel);
  }

  /** Learns how far the search had to go. */
  learn(children: number, distance: number): void {
    if (children === 1 || distance <= SEARCH || ++this.tries <= 64) return;
    this.at += distance >> 4;
    this.tries = 0;
  }
}

/**
 * Places a trie into a double array. Depth 1 stands in slot = class, and slots up to one past the last class hold nothing
 * else, so a class is also the state after its first unit.
 */
export function placeTrie(trie: PhraseTrie): DoubleArray {
  const slot = new Int32Array(trie.nodes);
  const base = new Int32Array(trie.nodes);
  const taken = new Taken(trie.classes + trie.nodes + 64);
  for (let c = 0; c <= trie.classes + 1; c++) taken.add(c);
  for (let v = 1; v <= (trie.children[0] ?? 0); v++) slot[v] = trie.label[v] ?? 0;
  const crowd = new Crowd(trie.classes + 2);
  for (const node of placingOrder(trie)) {
    const count = trie.children[node] ?? 0;
    const first = trie.child[node] ?? 0;
    const from = crowd.baseFor(taken, count, trie.label[first] ?? 0);
    const at = freeBase(trie, node, taken, from);
    crowd.learn(count, at - from);
    base[node] = at;
    for (let v = first; v < first + count; v++) {
      slot[v] = at + (trie.label[v] ?? 0);
      taken.add(at + (trie.label[v] ?? 0));
    }
  }
  return { slots: taken.highest + 1, slot, base };
}
