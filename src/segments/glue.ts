import type { TagTree } from '../domain/tag-tree.ts';
import type { Token } from './tokens.ts';

const JOINING: Record<string, 'and' | 'or'> = { 且: 'and', 或: 'or' };

/**
 * Parts words that Chinese joins without a space (VIP且静默): only a word that is no tag itself, and only where a part of
 * it is one. It works on tokens, since 且 and 或 must still bind as they do between spaces.
 */
export function partGlued({ tokens, tags }: { tokens: readonly Token[]; tags: TagTree }): Token[] {
  const known = (word: string): boolean => tags.resolve(word).kind !== 'unknown';
  return tokens.flatMap((token) => {
    if (token.kind !== 'word' || token.quoted || !/[且或]/.test(token.text) || known(token.text)) return [token];
    const parts = partsOf(token);
    return parts.some((part) => part.kind === 'word' && known(part.text.replace(/^(?:非|不是|-)/, ''))) ? parts : [token];
  });
}

function partsOf(token: Token): Token[] {
  let from = token.from;
  return token.text.split(/([且或])/).flatMap((text) => {
    const part: Token = { ...token, kind: JOINING[text] ?? 'word', text, from, to: from + text.length };
    from = part.to;
    return text === '' ? [] : [part];
  });
}
