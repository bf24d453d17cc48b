import type { Fold } from './fold.ts';
import { isSpecial } from './unit-kinds.ts';

/**
 * Phrases as a trie of classes: a class is a number from 1 for every unit that occurs in a phrase. First the special units; then, after `none`,
 * the plain ones, most frequent first; then those that are a phrase by themselves.
 */
export interface PhraseTrie {
  /** The highest class. */
  classes: number;
  /** The last special class that phrases have. */
  special: number;
  /** The class of what no phrase has and is not special. Between `special` and it there is room for what no phrase has and is special. */
  none: number;
  /** The last plain class. */
  lastPlain: number;
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

/** How many special classes there may be beside those of phrases: one for each combination of kinds. */
const OTHER_SPECIAL = 16;

const SPECIAL = 0;
const PLAIN = 1;
const ALONE = 2;

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

/** Frequent units get small numbers, which keeps the double array dense. A special unit that is a phrase by itself counts as such. */
function classify(folded: Uint16Array, starts: Int32Array, kinds: Uint8Array | null) {
  const count = new Int32Array(0x10000);
  for (const unit of folded) count[unit] = (count[unit] ?? 0) + 1;
  const rank = new Uint8Array(0x10000).fill(PLAIN);
  kinds?.forEach((kind, unit) => {
    if (isSpecial(kind)) rank[unit] = SPECIAL;
  });
  for (let p = 0; p + 1 < starts.length; p++) {
    const start = starts[p] ?? 0;
    if (starts[p + 1] === start + 1) rank[folded[start] ?? 0] = ALONE;
  }
  const used: number[] = [];
  count.forEach((n, unit) => {
    if (n > 0) used.push(unit);
  });
  used.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || (count[b] ?? 0) - (count[a] ?? 0) || a - b);
  const upTo = (most: number) => used.filter((unit) => (rank[unit] ?? 0) <= most).length;
  const special = upTo(SPECIAL);
  const none = special + (kinds ? OTHER_SPECIAL : 0) + 1;
  const classOf = new Uint16Array(0x10000);
  used.forEach((unit, i) => {
    classOf[unit] = i < special ? i + 1 : none + 1 + i - special;
  });
  return { classes: none + used.length - special, special, none, lastPlain: none + upTo(PLAIN) - special, classOf };
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

/** Builds the trie of all phrases; none of them is empty. `kinds`: of every unit, null where none is special. */
export function buildTrie(phrases: readonly string[], fold: Fold | null, kinds: Uint8Array | null): PhraseTrie {
  const { starts, folded } = foldedUnits(phrases, fold?.units ?? null);
  const classes = classify(folded, starts, kinds);
  const { nodes, parent, label, child, children, ends, nextSame } = new Builder(
    folded.map((unit) => classes.classOf[unit] ?? 0),
    starts,
  );
  return { ...classes, nodes, parent, label, child, children, ends, nextSame };
}
