import { normalise } from '../../src/match/normalise.ts';

const EDGE = 2;
const UNSPACED =
  /(?=[\p{L}\p{M}])[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;
const TOKEN = new RegExp(
  `${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}])+(?:'(?:(?!${UNSPACED.source})[\\p{L}\\p{M}])+)*|\\p{N}+|[^\\s\\p{Cc}]`,
  'gu',
);

const join = (hash: number, next: number): number => Math.imul(hash ^ next, 0x01000193);
const spread = (hash: number): number => {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
const hashOf = (first: number, units: readonly number[]): number => units.reduce(join, first);
const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** The features of a short text without astral letters, said as simply as it goes: what the reader of features must give. */
export const plainFeatures = (given: string): number[][] => {
  const tokens = normalise(given).text.match(TOKEN) ?? [];
  const single = (i: number) => i < 0 || i >= tokens.length || UNSPACED.test(tokens[i] ?? '');
  const marks = tokens.map((token) => hashOf(0x811c9dc5, unitsOf(token)));
  const mark = (i: number) => marks[i] ?? EDGE;
  const places = tokens.map((_, i) => i);
  const neighbours = [-1, ...places].map((i) => ({
    hash: hashOf(0x9747b28c, [mark(i), mark(i + 1)]),
    alone: single(i) && single(i + 1),
  }));
  const pieces = places
    .filter((i) => !single(i))
    .flatMap((i) => {
      const word = [EDGE, ...unitsOf(tokens[i] ?? '').slice(0, 40), EDGE];
      return word.flatMap((_, at) =>
        [2, 3, 4].flatMap((n) => (at + n <= word.length ? [hashOf(0x51ed270b, word.slice(at, at + n))] : [])),
      );
    });
  return [
    marks,
    neighbours.filter(({ alone }) => !alone).map(({ hash }) => hash),
    neighbours.filter(({ alone }) => alone).map(({ hash }) => hash),
    places.filter(single).map((i) => hashOf(0x2545f491, [mark(i - 1), mark(i), mark(i + 1)])),
    pieces,
    places
      .filter((i) => !(single(i - 1) && single(i) && single(i + 1)))
      .map((i) => hashOf(0x6c62272e, [mark(i - 1), mark(i + 1)])),
  ].map((family) => family.map(spread));
};
