import { nameKey } from '../domain/tag-name.ts';
import { UsageError, UserError } from '../errors.ts';
import { type Comparison, comparisonAt } from './comparison.ts';
import type { Place } from './tree.ts';

export interface Token extends Place {
  kind: 'word' | 'suggested' | 'saved' | 'not' | 'and' | 'or' | 'open' | 'close' | 'compare';
  text: string;
  quoted: boolean;
  /** Of a `compare`. */
  comparison?: Comparison;
}

/** The longest query, UTF-16 units: far more than anyone types, little enough to read at once. */
export const QUERY_LENGTH = 2000;

const KEYWORDS = new Map<string, 'not' | 'and' | 'or'>([
  ['not', 'not'],
  ['非', 'not'],
  ['不是', 'not'],
  ['and', 'and'],
  ['且', 'and'],
  ['or', 'or'],
  ['或', 'or'],
]);

/** Whether a word joins or negates others where it is not in quotes. */
export const joins = (word: string): boolean => KEYWORDS.has(nameKey(word));

const SIGNS: Record<string, 'open' | 'close' | 'or'> = { '(': 'open', ')': 'close', '|': 'or' };
/** In front of a name: the tag as suggested, the segment saved under it. */
const MARKS: Record<string, 'suggested' | 'saved'> = { '?': 'suggested', '@': 'saved' };

/** Full-width and typographic signs, and the three characters that Slack escapes. */
const FOLDED = new Map(
  Object.entries({
    '(': '（',
    ')': '）',
    '|': '｜',
    ':': '：',
    '-': '－−‐–—',
    '"': '＂“”„',
    '?': '？',
    '@': '＠',
  }).flatMap(([sign, forms]) => [...forms].map((form) => [form, sign] as const)),
);
const ENTITIES = new Map([
  ['&gt;', '>'],
  ['&lt;', '<'],
  ['&amp;', '&'],
]);

/** One character of the query: the sign it counts as, the text it stands for, and its length. */
interface Char {
  sign: string;
  text: string;
  length: number;
}

/** Cuts a query into words and signs. Throws with the place of what it cannot read. */
export function tokenise(query: string): Token[] {
  if (query.length > QUERY_LENGTH) throw new UserError('segment_too_long', { length: query.length, most: QUERY_LENGTH });
  const tokens: Token[] = [];
  for (let from = 0; from < query.length; ) {
    const token = /\s/.test(query.charAt(from)) ? null : tokenAt(query, from);
    // A word of nothing but invisible characters is not there for whoever typed it.
    if (token && (token.kind !== 'word' || nameKey(token.text) !== '')) tokens.push(token);
    from = token?.to ?? from + 1;
  }
  return tokens;
}

function tokenAt(query: string, from: number): Token {
  const compared = compareAt(query, from, false);
  if (compared) return compared;
  const first = charAt(query, from);
  const sign = SIGNS[first.sign];
  const to = from + first.length;
  if (sign) return { kind: sign, text: first.sign, quoted: false, from, to };
  if (first.sign === '-') return { kind: 'not', text: '-', quoted: false, from, to };
  const mark = MARKS[first.sign];
  if (mark) return markedAt(query, from, to, mark);
  const word = wordAt(query, from);
  const keyword = word.quoted ? undefined : KEYWORDS.get(nameKey(word.text));
  return keyword ? { ...word, kind: keyword } : word;
}

function markedAt(query: string, from: number, name: number, kind: 'suggested' | 'saved'): Token {
  const next = charAt(query, name);
  if (/^\s?$/.test(next.text) || next.sign in SIGNS || next.sign in MARKS) {
    throw new UsageError('segment_expected_name', { at: name, mark: query.slice(from, name) });
  }
  return { ...wordAt(query, name), kind, from };
}

/** `>30天` and its like; a sign needs a number, a word like 超过 is one only before a number. */
function compareAt(query: string, from: number, insideWord: boolean): Token | null {
  const found = comparisonAt(query, from, insideWord);
  if (!found) return null;
  if (!found.comparison)
    throw new UsageError('segment_expected_number', { at: from, word: [...query.slice(from, from + 24)].slice(0, 12).join('') });
  const to = from + found.length;
  return { kind: 'compare', text: query.slice(from, to), quoted: false, comparison: found.comparison, from, to };
}

/** A word: letters, and quoted parts at its start or behind a colon. Spaces beside a colon do not end it. */
function wordAt(query: string, from: number): Token {
  const word = { text: '', to: from, quoted: false };
  for (let at: number | null = from; at !== null; ) {
    word.to = at;
    const next = charAt(query, at);
    if (next.sign === '"') {
      readQuoted(query, word);
    } else {
      word.text += next.text;
      word.to += next.length;
    }
    at = continuation(query, word.to, next.sign, word.text);
  }
  return checked({ kind: 'word', from, ...word });
}

/** Where a word goes on, or null where it ends: 非@大客户 is two. `last` is the sign that it ends with so far. */
function continuation(query: string, at: number, last: string, word: string): number | null {
  const next = charAfterSpace(query, at);
  if (next.text === '' || next.sign in SIGNS || comparisonAt(query, next.from, next.from === at)) return null;
  if (next.sign === ':' || last === ':') return next.from;
  if (next.sign in MARKS && KEYWORDS.get(nameKey(word)) === 'not') return null;
  return next.from === at && next.sign !== '"' && last !== '"' ? at : null;
}

/** A colon with nothing on one side names nothing, and quotes around nothing neither. */
function checked(word: Token): Token {
  const empty = word.quoted && nameKey(word.text) === '';
  const dangling = !word.quoted && /^[:：]|[:：]$/.test(word.text);
  if (empty || dangling) throw new UsageError('segment_expected_term', { at: word.from, found: word.text });
  return word;
}

function readQuoted(query: string, word: { text: string; to: number; quoted: boolean }): void {
  const opened = word.to;
  word.quoted = true;
  for (word.to += charAt(query, opened).length; word.to < query.length; ) {
    const next = charAt(query, word.to);
    word.to += next.length;
    if (next.sign === '"') return;
    const escaped = next.text === '\\' && word.to < query.length ? charAt(query, word.to) : null;
    word.text += escaped?.text ?? next.text;
    word.to += escaped?.length ?? 0;
  }
  throw new UsageError('segment_open_quote', { at: opened });
}

function charAt(query: string, at: number): Char {
  const text = query.charAt(at);
  const entity = text === '&' ? /^&(?:gt|lt|amp);/.exec(query.slice(at, at + 5))?.[0] : undefined;
  const decoded = entity === undefined ? undefined : ENTITIES.get(entity);
  if (entity !== undefined && decoded !== undefined) return { sign: decoded, text: decoded, length: entity.length };
  return { sign: FOLDED.get(text) ?? text, text, length: 1 };
}

function charAfterSpace(query: string, at: number): Char & { from: number } {
  let from = at;
  while (from < query.length && /\s/.test(query.charAt(from))) from += 1;
  return { ...charAt(query, from), from };
}
