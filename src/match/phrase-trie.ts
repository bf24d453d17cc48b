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
class Builder {
  readonly parent: Int32Array;
  readonly label: Uint16Array;
  readonly child: Int32Array;
  readonly children: Int32Array;
  readonly ends: Int32Array;
  readonly nextSame: Int32Array;
  nodes = 1;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly depth: Int32Array;
  private readonly text: Uint16Array;
  private readonly starts: Int32Array;
  private readonly order: Int32Array;

  constructor(text: Uint16Array, starts: Int32Array) {
    const most = text.length + 1;
    this.text = text;
    this.starts = starts;
    this.order = sortedOrder(text, starts);
    this.parent = new Int32Array(most);
    this.label = new Uint16Array(most);
    this.child = new Int32Array(most);
    this.children = new Int32Array(most);
    this.ends = new Int32Array(most).fill(-1);
    this.nextSame = new Int32Array(this.order.length).fill(-1);
    this.first = new Int32Array(most);
    this.last = new Int32Array(most);
    this.depth = new Int32Array(most);
    this.last[0] = this.order.length;
    for (let node = 0; node < this.nodes; node++) this.branch(node, this.endHere(node));
  }

  /** Notes the phrases that end at a node; shorter ones sort first, so they lead its range. Gives where the longer ones begin. */
  private endHere(node: number): number {
    const to = this.last[node] ?? 0;
    let i = this.first[node] ?? 0;
    for (let same = -1; i < to; i++) {
      const phrase = this.order[i] ?? 0;
      if ((this.starts[phrase + 1] ?? 0) - (this.starts[phrase] ?? 0) !== this.depth[node]) break;
      if (same < 0) this.ends[node] = phrase;
      else this.nextSame[same] = phrase;
      same = phrase;
    }
    return i;
  }

  private branch(node: number, from: number): void {
    const depth = this.depth[node] ?? 0;
    const to = this.last[node] ?? 0;
    const labelAt = (i: number) => this.text[(this.starts[this.order[i] ?? 0] ?? 0) + depth] ?? 0;
    this.child[node] = this.nodes;
    for (let i = from; i < to; ) {
      const label = labelAt(i);
      const fresh = this.nodes++;
      this.parent[fresh] = node;
      this.label[fresh] = label;
      this.depth[fresh] = depth + 1;
      this.first[fresh] = i;
      while (i < to && labelAt(i) === label) i++;
      this.last[fresh] = i;
    }
    this.children[node] = this.nodes - (this.child[node] ?? 0);
  }
}

/** Builds the trie of all phrases; none of them is empty. */
export function buildTrie(phrases: readonly string[], fold: Fold | null): PhraseTrie {
  const { starts, folded } = foldedUnits(phrases, fold?.units ?? null);
  const kinds = classify(folded, starts, fold?.slow ?? null);
  const { nodes, parent, label, child, children, ends, nextSame } = new Builder(
    folded.map((unit) => kinds.classOf[unit] ?? 0),
    starts,
  );
  return { ...kinds, nodes, parent, label, child, children, ends, nextSame };
}
