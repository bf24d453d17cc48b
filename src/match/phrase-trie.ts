import type { Fold } from './fold.ts';

/**
 * Phrases as a trie of classes: a class is a number from 1 for every unit that occurs in a phrase. First the plain units, most
 * frequent first; then those that are a phrase by themselves; then those that do not fold by themselves.
 */
export interface PhraseTrie {
  classes: number;
  /** The last class of the first kind, and of the first two. */
  lastPlain: number;
  lastQuick: number;
  /** Class of every UTF-16 unit after folding, 0 where no phrase has it. */
  classOf: Uint16Array;
  /** Nodes in breadth-first order; 0 is the root. */
  nodes: number;
  parent: Int32Array;
  label: Uint16Array;
  /** First child and how many there are: children of a node stand side by side, in order of class. */
  child: Int32Array;
  children: Int32Array;
  /** First phrase that ends at a node, -1 for none; `nextSame` chains phrases that fold to the same. */
  ends: Int32Array;
  nextSame: Int32Array;
}

function foldedUnits(phrases: readonly string[], units: Uint16Array | null) {
  const starts = new Int32Array(phrases.length + 1);
  phrases.forEach((phrase, i) => {
    starts[i + 1] = (starts[i] ?? 0) + phrase.length;
  });
  const folded = new Uint16Array(starts[phrases.length] ?? 0);
  phrases.forEach((phrase, p) => {
    const start = starts[p] ?? 0;
    for (let i = 0; i < phrase.length; i++) {
      const unit = phrase.charCodeAt(i);
      folded[start + i] = units ? (units[unit] ?? 0) : unit;
    }
  });
  return { starts, folded };
}

/** Frequent units get small numbers, which keeps the double array dense. */
function classify(folded: Uint16Array, starts: Int32Array, slow: Uint8Array | null) {
  const count = new Int32Array(0x10000);
  for (const unit of folded) count[unit] = (count[unit] ?? 0) + 1;
  const kind = new Uint8Array(0x10000);
  for (let p = 0; p + 1 < starts.length; p++) {
    const start = starts[p] ?? 0;
    if (starts[p + 1] === start + 1) kind[folded[start] ?? 0] = 1;
  }
  const used: number[] = [];
  count.forEach((n, unit) => {
    if (n === 0) return;
    if (slow?.[unit] === 1) kind[unit] = 2;
    used.push(unit);
  });
  used.sort((a, b) => (kind[a] ?? 0) - (kind[b] ?? 0) || (count[b] ?? 0) - (count[a] ?? 0) || a - b);
  const classOf = new Uint16Array(0x10000);
  used.forEach((unit, i) => {
    classOf[unit] = i + 1;
  });
  const upTo = (most: number) => used.filter((unit) => (kind[unit] ?? 0) <= most).length;
  return { classes: used.length, lastPlain: upTo(0), lastQuick: upTo(1), classOf };
}

function sortedOrder(text: Uint16Array, starts: Int32Array): Int32Array {
  const order = new Int32Array(starts.length - 1);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => {
    const fromA = starts[a] ?? 0;
    const fromB = starts[b] ?? 0;
    const lengthA = (starts[a + 1] ?? 0) - fromA;
    const lengthB = (starts[b + 1] ?? 0) - fromB;
    const shared = Math.min(lengthA, lengthB);
    for (let i = 0; i < shared; i++) {
      const difference = (text[fromA + i] ?? 0) - (text[fromB + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB || a - b;
  });
}

/** Builds the trie level by level over the sorted phrases: each node is a range of them that share their beginning. */
export function buildTrie(phrases: readonly string[], fold: Fold | null): PhraseTrie {
  const { starts, folded } = foldedUnits(phrases, fold?.units ?? null);
  const kinds = classify(folded, starts, fold?.slow ?? null);
  const text = folded.map((unit) => kinds.classOf[unit] ?? 0);
  const order = sortedOrder(text, starts);
  const most = text.length + 1;
  const parent = new Int32Array(most);
  const label = new Uint16Array(most);
  const child = new Int32Array(most);
  const children = new Int32Array(most);
  const ends = new Int32Array(most).fill(-1);
  const nextSame = new Int32Array(phrases.length).fill(-1);
  const first = new Int32Array(most);
  const last = new Int32Array(most);
  const depth = new Int32Array(most);
  last[0] = order.length;
  let nodes = 1;
  for (let node = 0; node < nodes; node++) {
    const at = depth[node] ?? 0;
    const to = last[node] ?? 0;
    let i = first[node] ?? 0;
    let same = -1;
    // Shorter phrases sort first, so those that end here lead the range.
    for (; i < to; i++) {
      const phrase = order[i] ?? 0;
      if ((starts[phrase + 1] ?? 0) - (starts[phrase] ?? 0) !== at) break;
      if (same < 0) ends[node] = phrase;
      else nextSame[same] = phrase;
      same = phrase;
    }
    child[node] = nodes;
    while (i < to) {
      const unit = text[(starts[order[i] ?? 0] ?? 0) + at] ?? 0;
      const begin = i;
      while (i < to && text[(starts[order[i] ?? 0] ?? 0) + at] === unit) i++;
      parent[nodes] = node;
      label[nodes] = unit;
      depth[nodes] = at + 1;
      first[nodes] = begin;
      last[nodes] = i;
      nodes++;
    }
    children[node] = nodes - (child[node] ?? 0);
  }
  return { ...kinds, nodes, parent, label, child, children, ends, nextSame };
}
