import type { TagTree } from '../domain/tag-tree.ts';
import { factNamed } from './fact-names.ts';
import { fieldTerm } from './fields.ts';
import type { Token } from './tokens.ts';

const JOINING = new Map<string, 'and' | 'or'>([
  ['且', 'and'],
  ['并且', 'and'],
  ['和', 'and'],
  ['或', 'or'],
  ['或者', 'or'],
]);
const BETWEEN = /(或者|并且|[且或])/;
/** Many a name has it in it, so it joins only tags. */
const BETWEEN_TAGS = /(和)/;

/**
 * Words of two letters join like the short ones, and 和, where no tag is called so.
 *
 * Parts words that Chinese joins without a space (VIP且静默): only a word that is no tag itself, and only where a part of
 * it is one. It works on tokens, since 且 and 或 must still bind as they do between spaces. A tag whose own name reads like a
 * condition (成交超过3天) is put together again.
 */
export function partGlued({ tokens, tags }: { tokens: readonly Token[]; tags: TagTree }): Token[] {
  const isTag = (word: string): boolean => tags.resolve(word).kind !== 'unknown';
  const known = (word: string): boolean => isTag(word) || factNamed(word) !== undefined || fieldTerm(word) !== undefined;
  const means = (meant: (word: string) => boolean) => (part: Token) =>
    part.kind === 'word' && meant(part.text.replace(/^(?:非|不是|-)/, ''));
  const partBetweenTags = (token: Token): Token[] => {
    const parts = isOpen(token) && BETWEEN_TAGS.test(token.text) && !isTag(token.text) ? partsOf(token, BETWEEN_TAGS) : [];
    return parts.length > 1 && parts.every((part) => part.kind === 'and' || means(isTag)(part)) ? parts : [token];
  };
  return joinNames(tokens, isTag).flatMap((token) => {
    if (!isOpen(token) || isTag(token.text)) return [token];
    const joining = token.kind === 'word' ? JOINING.get(token.text) : undefined;
    if (joining) return [{ ...token, kind: joining }];
    const parts = BETWEEN.test(token.text) ? partsOf(token, BETWEEN) : [];
    return (parts.some(means(known)) ? parts : [token]).flatMap(partBetweenTags);
  });
}

/** A name that somebody did not put in quotes. */
const isOpen = ({ kind, quoted }: Token): boolean => !quoted && (kind === 'word' || kind === 'suggested' || kind === 'saved');

function joinNames(tokens: readonly Token[], isTag: (word: string) => boolean): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const whole = `${last?.text}${token.text}`;
    if (last?.kind === 'word' && !last.quoted && token.kind === 'compare' && last.to === token.from && isTag(whole)) {
      joined[joined.length - 1] = { ...last, text: whole, to: token.to };
    } else joined.push(token);
  }
  return joined;
}

function partsOf(token: Token, between: RegExp): Token[] {
  let from = token.from;
  return token.text.split(between).flatMap((text) => {
    // The mark in front of the first part, ? or @, is not in its text.
    const to = from + text.length + (from === token.from && token.kind !== 'word' ? 1 : 0);
    const part: Token = { ...token, kind: JOINING.get(text) ?? (from === token.from ? token.kind : 'word'), text, from, to };
    from = part.to;
    return text === '' ? [] : [part];
  });
}
