import { UsageError } from '../../errors.ts';

const OPEN = /^[@＠][(（]/;
/** Between words while they are read as one text; no word holds one. */
const BREAK = '\n';

/** Whether a word begins the customers of a query, as in `@(VIP 静默)` or `@name`. */
export const isMany = (word: string | undefined): boolean => word !== undefined && /^[@＠]./.test(word);

/** Where the bracket that stands open at the beginning is closed; -1 for never. */
const closing = (text: string): number => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if ('(（'.includes(sign)) depth += 1;
    if (!')）'.includes(sign)) continue;
    depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
};

/**
 * Parts `@(QUERY)` from the words behind it.
 * @throws UsageError where its bracket is never closed.
 */
export const partMany = (words: readonly string[]): { query: string[]; rest: string[] } => {
  const [first = ''] = words;
  // One word is a query by itself: a saved one, by its name.
  if (!OPEN.test(first)) return { query: [first], rest: words.slice(1) };
  const text = words.join(BREAK);
  const end = closing(text);
  if (end < 0) throw new UsageError('many_bracket');
  const parts = (part: string) => part.split(BREAK).filter((word) => word !== '');
  return { query: parts(text.slice(0, end).replace(OPEN, '')), rest: parts(text.slice(end + 1)) };
};
