import { UsageError, UserError } from '../errors.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Tree } from './tree.ts';

/** Brackets and negations inside one another; deep enough for people, and within what MongoDB nests (100 levels). */
export const QUERY_DEPTH = 16;

/**
 * Reads a segment query (semantics 12) without knowing the library. Throws UsageError where it is not a query, UserError
 * where it is one that cannot be asked; both carry `at`, the offset in UTF-16 units.
 */
export function parseSegment(query: string): Tree {
  return parseTokens(tokenise(query));
}

/** The same over tokens already cut. */
export function parseTokens(tokens: readonly Token[]): Tree {
  const last = tokens.at(-1);
  if (!last) throw new UsageError('segment_empty');
  const reader: Reader = { tokens, next: 0, end: last.to };
  const tree = readOr(reader, 0);
  const rest = tokens[reader.next];
  if (rest) throw new UsageError('segment_close_bracket', { at: rest.from });
  return tree;
}

interface Reader {
  tokens: readonly Token[];
  next: number;
  end: number;
}

function readOr(reader: Reader, depth: number): Tree {
  const first = readAnd(reader, depth);
  const others: Tree[] = [];
  while (reader.tokens[reader.next]?.kind === 'or') {
    reader.next += 1;
    others.push(readAnd(reader, depth));
  }
  return joined('or', first, others);
}

function readAnd(reader: Reader, depth: number): Tree {
  const first = readItem(reader, depth);
  const others: Tree[] = [];
  for (;;) {
    const token = reader.tokens[reader.next];
    if (!token || token.kind === 'or' || token.kind === 'close') return joined('and', first, others);
    if (token.kind === 'and') reader.next += 1;
    others.push(readItem(reader, depth));
  }
}

function readItem(reader: Reader, depth: number): Tree {
  const token = reader.tokens[reader.next];
  if (!token) throw new UsageError('segment_expected_term', { at: reader.end, found: '' });
  if (depth > QUERY_DEPTH) throw new UserError('segment_too_deep', { at: token.from, most: QUERY_DEPTH });
  reader.next += 1;
  switch (token.kind) {
    case 'word':
      return readTerm(reader, token);
    case 'suggested':
    case 'saved':
      return { kind: token.kind, text: token.text, quoted: token.quoted, from: token.from, to: token.to };
    case 'not': {
      const item = readItem(reader, depth + 1);
      return { kind: 'not', item, from: token.from, to: item.to };
    }
    case 'open': {
      const inside = readOr(reader, depth + 1);
      if (reader.tokens[reader.next]?.kind !== 'close') throw new UsageError('segment_open_bracket', { at: token.from });
      reader.next += 1;
      return inside;
    }
    default:
      throw new UsageError('segment_expected_term', { at: token.from, found: token.text });
  }
}

/** A word, and the comparison behind it if there is one. */
function readTerm(reader: Reader, { text, quoted, from, to }: Token): Tree {
  const next = reader.tokens[reader.next];
  if (next?.kind !== 'compare' || !next.comparison) return { kind: 'term', text, quoted, from, to };
  reader.next += 1;
  return { kind: 'condition', text, quoted, ...next.comparison, from, to: next.to };
}

function joined(kind: 'and' | 'or', first: Tree, others: Tree[]): Tree {
  const last = others.at(-1);
  return last ? { kind, items: [first, ...others], from: first.from, to: last.to } : first;
}
