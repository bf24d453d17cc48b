import type { DoubleArray } from './double-array.ts';
import type { PhraseTrie } from './phrase-trie.ts';

/** What Aho and Corasick add to a trie. */
export interface FailureLinks {
  /** The node of the longest proper suffix that is in the trie. */
  fail: Int32Array;
  /**
   * The phrases that end at a node, longest first: 0 for none, -1 - p for phrase p alone (the usual case, which spares a look into
   * `lists`), else where in `lists` they begin.
   */
  out: Int32Array;
  /** Lists of phrases, each ended by -1; a list that is the end of another is kept only once. Place 0 is an empty list. */
  lists: Int32Array;
}

/** Lays chains of phrases side by side, since following links through memory costs more than reading on. */
function layLists(next: Int32Array): { lists: Int32Array; startOf: Int32Array } {
  const isSuffix = new Uint8Array(next.length);
  for (const phrase of next) if (phrase >= 0) isSuffix[phrase] = 1;
  const lists: number[] = [-1];
  const startOf = new Int32Array(next.length);
  for (let head = 0; head < next.length; head++) {
    if (isSuffix[head] === 1) continue;
    for (let phrase = head; phrase >= 0; phrase = next[phrase] ?? -1) {
      if (startOf[phrase] === 0) startOf[phrase] = lists.length;
      lists.push(phrase);
    }
    lists.push(-1);
  }
  return { lists: Int32Array.from(lists), startOf };
}

/** Finds children by the double array: the trie itself would have to search them. */
function childFinder(trie: PhraseTrie, place: DoubleArray): (node: number, c: number) => number {
  const nodeAt = new Int32Array(place.slots);
  for (let v = 1; v < trie.nodes; v++) nodeAt[place.slot[v] ?? 0] = v;
  return (node, c) => {
    const child = nodeAt[(place.base[node] ?? 0) + c] ?? 0;
    return child !== 0 && trie.parent[child] === node ? child : 0;
  };
}

/** The node of the longest proper suffix of every node, the root for none. Nodes are in breadth-first order. */
function suffixes(trie: PhraseTrie, place: DoubleArray): Int32Array {
  const childOf = childFinder(trie, place);
  const fail = new Int32Array(trie.nodes);
  for (let v = 1; v < trie.nodes; v++) {
    let at = trie.parent[v] ?? 0;
    let suffix = 0;
    while (at !== 0 && suffix === 0) {
      at = fail[at] ?? 0;
      suffix = childOf(at, trie.label[v] ?? 0);
    }
    fail[v] = suffix;
  }
  return fail;
}

/** Links every node to its longest suffix and lists the phrases that end there. */
export function linkFailures(trie: PhraseTrie, place: DoubleArray, phrases: number): FailureLinks {
  const fail = suffixes(trie, place);
  const first = new Int32Array(trie.nodes).fill(-1);
  const next = new Int32Array(phrases).fill(-1);
  for (let v = 1; v < trie.nodes; v++) {
    const inherited = first[fail[v] ?? 0] ?? -1;
    let phrase = trie.ends[v] ?? -1;
    first[v] = phrase < 0 ? inherited : phrase;
    while (phrase >= 0) {
      const same = trie.nextSame[phrase] ?? -1;
      next[phrase] = same < 0 ? inherited : same;
      phrase = same;
    }
  }
  const { lists, startOf } = layLists(next);
  const outOf = (phrase: number): number => {
    if (phrase < 0) return 0;
    return (next[phrase] ?? -1) < 0 ? -1 - phrase : (startOf[phrase] ?? 0);
  };
  return { fail, out: first.map(outOf), lists };
}
