import { fitsPattern, pageOf, readPattern, type UrlPattern } from './url-pattern.ts';

interface Entry {
  pattern: UrlPattern;
  product: string;
}

/** Longest pieces of a pattern by which it is found. */
const PIECE = 6;

const piecesOf = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));

/** The pieces of what a pattern must have, as long as it has them; the whole pattern may be stars and short words. */
const candidates = ({ parts }: UrlPattern): string[] => {
  const longest = Math.min(PIECE, Math.max(...parts.map((part) => part.length)));
  return parts.flatMap((part) => piecesOf(part, longest));
};

/**
 * Finds the products on whose pages an address is. Each pattern lies under one piece of its letters, the one that fewest others have,
 * so that a visit is compared with the few patterns whose piece it holds, however many products there are.
 */
export const createUrlIndex = (products: readonly { id: string; urls: readonly string[] }[]): ((address: string) => string[]) => {
  const entries: Entry[] = products.flatMap(({ id, urls }) => urls.map((url) => ({ pattern: readPattern(url), product: id })));
  const common = new Map<string, number>();
  for (const { pattern } of entries)
    for (const piece of new Set(candidates(pattern))) common.set(piece, (common.get(piece) ?? 0) + 1);
  const byPiece = new Map<string, Entry[]>();
  for (const entry of entries) {
    const rarest = candidates(entry.pattern).reduce((best, piece) =>
      (common.get(piece) ?? 0) < (common.get(best) ?? 0) ? piece : best,
    );
    byPiece.set(rarest, [...(byPiece.get(rarest) ?? []), entry]);
  }
  const lengths = [...new Set([...byPiece.keys()].map((piece) => piece.length))];

  const among = (text: string): Entry[] => {
    const found = new Set<Entry>();
    for (const length of lengths)
      for (let at = 0; at + length <= text.length; at += 1)
        for (const entry of byPiece.get(text.slice(at, at + length)) ?? []) found.add(entry);
    return [...found];
  };

  return (address) => {
    if (entries.length === 0) return [];
    const page = pageOf(address);
    const near = among(`${page.page}?${page.query}`);
    return [...new Set(near.filter(({ pattern }) => fitsPattern(pattern, page)).map(({ product }) => product))];
  };
};
