import { joins } from '../segments/tokens.ts';

const QUOTED = /"([^"]*)"|“([^”]*)”/g;

const unquoted = (word: string): string =>
  word.replace(QUOTED, (_, straight?: string, curly?: string) => straight ?? curly ?? '');

/** In quotes these stay names: and, which joins others without them; ("Price sensitive", which brackets make part of a query. */
const staysQuoted = (word: string): boolean => {
  if (word.startsWith('--') || unquoted(word) === word) return false;
  return /[()（）|｜]/.test(word.replace(QUOTED, '')) || joins(unquoted(word).replace(/^[-－−+＋]*[@＠]?/, ''));
};

/**
 * Splits a command typed in chat into words; quotes of either script hold a name with spaces together, also behind a sign, and are taken off.
 * @param query whether the words are of a query: then those stay on without which it would be read otherwise.
 */
export const splitWords = (text: string, query = false): string[] =>
  [...text.matchAll(/(?:"[^"]*"|“[^”]*”|\S)+/g)].map(([word]) => (query && staysQuoted(word) ? word : unquoted(word)));

/** A name of a query's words where it is none of the query: without the quotes that it may have kept. */
export const bareName = (word: string): string => unquoted(word);
