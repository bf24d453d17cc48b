import { NAMED_MORE, NAMED_PAGE, namedWord } from '../domain/named.ts';
import type { Product } from '../domain/product.ts';

/** What every word of a catalogue means: a product, or a model of one. */
const meanings = (products: readonly Product[]): Map<string, string> => {
  const words = products.flatMap(({ id, name, aliases, models }): [string, string][] => [
    ...[id, name, ...aliases].map((word): [string, string] => [namedWord(word), id]),
    ...models.flatMap((model) =>
      [model.id, model.name, ...model.aliases].map((word): [string, string] => [namedWord(word), `${id}/${model.id}`]),
    ),
  ]);
  return new Map(words.toReversed());
};

const pages = (products: readonly Product[]): Set<string> =>
  new Set(products.flatMap(({ id, urls }) => urls.map((url) => JSON.stringify([id, url]))));

/**
 * What in the facts of customers means something else now, by the keys of `named.ts`: words that came, went, or moved; visits, when the
 * pages of any product are others. A new name for the same product is no such thing.
 */
export const concernedNames = (before: readonly Product[], after: readonly Product[]): string[] => {
  const [old, now] = [meanings(before), meanings(after)];
  const words = [...new Set([...old.keys(), ...now.keys()])].filter((word) => old.get(word) !== now.get(word));
  const [oldPages, nowPages] = [pages(before), pages(after)];
  const moved = oldPages.size !== nowPages.size || [...nowPages].some((page) => !oldPages.has(page));
  return [...(words.length > 0 ? [NAMED_MORE] : []), ...(moved ? [NAMED_PAGE] : []), ...words].sort();
};
