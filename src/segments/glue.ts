import type { TagTree } from '../domain/tag-tree.ts';
import { factNamed } from './fact-names.ts';
import { fieldTerm } from './fields.ts';
import type { Token } from './tokens.ts';

const JOINING: Record<string, 'and' | 'or'> = { 且: 'and', 或: 'or' };

/**
 * Parts words that Chinese joins without a space (VIP且静默): only a word that is no tag itself, and only where a part of
 * it is one. It works on tokens, since 且 and 或 must still bind as they do between spaces. A tag whose own name reads like a
 * condition (成交超过3天) is put together again.
 */
export function partGlued({ tokens, tags }: { tokens: readonly Token[]; tags: TagTree }): Token[] {
  const isTag = (word: string): boolean => tags.resolve(word).kind !== 'unknown';
  const known = (word: string): boolean => isTag(word) || factNamed(word) !== undefined || fieldTerm(word) !== undefined;
  return joinNames(tokens, isTag).flatMap((token) => {
    if (!isName(token) || token.quoted || !/[且或]/.test(token.text) || isTag(token.text)) return [token];
    const parts = partsOf(token);
    return parts.some((part) => part.kind === 'word' && known(part.text.replace(/^(?:非|不是|-)/, ''))) ? parts : [token];
  });
}

const isName = ({ kind }: Token): boolean => kind === 'word' || kind === 'suggested' || kind === 'saved';

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

function partsOf(token: Token): Token[] {
  let from = token.from;
  return token.text.split(/([且或])/).flatMap((text) => {
    // The mark in front of the first part, ? or @, is not in its text.
    const to = from + text.length + (from === token.from && token.kind !== 'word' ? 1 : 0);
    const part: Token = { ...token, kind: JOINING[text] ?? (from === token.from ? token.kind : 'word'), text, from, to };
    from = part.to;
    return text === '' ? [] : [part];
  });
}
