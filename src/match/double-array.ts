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
  // Each size of family remembers how far the crowd reaches, so that placing does not crawl over full ground again and again.
  let crowd = trie.classes + 2;
  let tries = 0;
  let size = 0;
  for (const node of placingOrder(trie)) {
    const count = trie.children[node] ?? 0;
    const smallest = trie.label[trie.child[node] ?? 0] ?? 0;
    // Small families fit into the holes that large ones left.
    if (count < size && count <= 2) crowd = trie.classes + 2;
    size = count;
    while (taken.window(crowd) === -1) crowd += 32;
    const from = Math.max(1, crowd - smallest);
    const at = freeBase(trie, node, taken, from);
    if (count > 1 && at - from > SEARCH && ++tries > 64) {
      crowd += (at - from) >> 4;
      tries = 0;
    }
    base[node] = at;
    const first = trie.child[node] ?? 0;
    for (let v = first; v < first + count; v++) {
      slot[v] = at + (trie.label[v] ?? 0);
      taken.add(slot[v] ?? 0);
    }
  }
  return { slots: taken.highest + 1, slot, base };
}
