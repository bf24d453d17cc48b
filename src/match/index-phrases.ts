import { placeTrie } from './double-array.ts';
import { linkFailures } from './failure-links.ts';
import type { Fold } from './fold.ts';
import { buildTrie, type PhraseTrie } from './phrase-trie.ts';
import { isSpecial, unitKinds } from './unit-kinds.ts';

/** Phrases as the automaton walks them. */
export interface PhraseIndex {
  /** Class of every unit of UTF-16. */
  classOf: Uint16Array;
  /** The class of what no phrase has. Classes below it are special. */
  none: number;
  /** Classes above it are phrases by themselves. */
  lastPlain: number;
  /** Kinds of every class; nothing is special in texts that are compared as they are. */
  kinds: Uint8Array;
  blank: number;
  bitmap: Int32Array;
  shift: number;
  /** Slots of four numbers: the parent's place, base, place of the failure state, phrases that end here. Places are slots × 4. */
  nodes: Int32Array;
  /** Base of every class as a state: the nodes of depth 1 are asked most and stay in the nearest cache this way. */
  bases: Int32Array;
  lists: Int32Array;
}

/**
 * A pair of neighbouring classes hashes to the upper bits of `imul((before << 13) ^ c, PAIR_FACTOR)`. The automaton writes that out: a call into
 * another module for every unit costs it a fifth of its speed.
 */
export const PAIR_FACTOR = 0x9e3779b1 | 0;

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
    const hash = Math.imul(((label[parent[v] ?? 0] ?? 0) << 13) ^ (label[v] ?? 0), PAIR_FACTOR) >>> shift;
    bitmap[hash >>> 5] = (bitmap[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }
  return { bitmap, shift };
}

function layOut(trie: PhraseTrie, phrases: number) {
  const place = placeTrie(trie);
  const links = linkFailures(trie, place, phrases);
  // A class looked up from the last base may lie beyond the last slot.
  const nodes = new Int32Array((place.slots + trie.classes + 1) * 4);
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

/** Gives a class to every unit. Units of class `none` break every phrase, so their neighbours are of no matter. */
function classifyUnits(trie: PhraseTrie, fold: Fold | null, kindOf: Uint8Array | null) {
  const classOf = new Uint16Array(0x10000);
  const kinds = new Uint8Array(trie.classes + 1);
  const others = new Map<number, number>();
  for (let unit = 0; unit < 0x10000; unit++) {
    const kind = kindOf?.[unit] ?? 0;
    let c = trie.classOf[fold ? (fold.units[unit] ?? 0) : unit] ?? 0;
    if (c === 0 && isSpecial(kind)) {
      c = others.get(kind) ?? trie.special + 1 + others.size;
      others.set(kind, c);
    }
    classOf[unit] = c === 0 ? trie.none : c;
    if (c > 0) kinds[c] = kind;
  }
  return { classOf, kinds };
}

/** Builds the index of all phrases, none of them empty. */
export function indexPhrases(phrases: readonly string[], fold: Fold | null): PhraseIndex {
  const kindOf = fold && unitKinds(fold);
  const trie = buildTrie(phrases, fold, kindOf);
  const { none, lastPlain } = trie;
  const { classOf, kinds } = classifyUnits(trie, fold, kindOf);
  const { nodes, lists } = layOut(trie, phrases.length);
  const bases = Int32Array.from(kinds, (_, c) => nodes[c * 4 + 1] ?? 0);
  return { classOf, kinds, none, blank: classOf[0x20] ?? none, lastPlain, ...beginnings(trie), nodes, bases, lists };
}
