import { canonicalJson } from '../domain/canonical-json.ts';
import { derivedId } from '../domain/derived-id.ts';
import type { Product, ProductModel } from '../domain/product.ts';
import { nameKey } from '../domain/tag-name.ts';

/** What became of the products: new and changed ones by name. */
export interface ProductChanges {
  added: string[];
  renamed: { id: string; from: string; to: string }[];
  changed: string[];
}

interface Called {
  id: string;
  name: string;
  aliases: readonly string[];
}

/** The one that is meant: by its id; where a file gives none, it follows from the name, and the name alone may be known. */
const sameAs = <T extends Called>(held: readonly T[], { id, name }: Called): T | undefined => {
  const key = nameKey(name);
  const called = (one: T) => [one.name, ...one.aliases].some((word) => nameKey(word) === key);
  return held.find((one) => one.id === id) ?? (id === derivedId(name) ? held.find(called) : undefined);
};

/** Each word once, whatever its case and width, and none that is the name. */
const uniqueWords = (words: readonly string[], name: string): string[] => {
  const seen = new Set([nameKey(name)]);
  return words.filter((word) => {
    const key = nameKey(word);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
};

/** Models by id; those that are not named stay, for somebody may have bought them. */
const mergeModels = (held: readonly ProductModel[], incoming: readonly ProductModel[]): ProductModel[] => {
  const now = incoming.map((model): ProductModel => {
    const old = sameAs(held, model);
    const aliases = uniqueWords([...model.aliases, ...(old ? [...old.aliases, old.name] : [])], model.name);
    return { ...model, id: old?.id ?? model.id, aliases };
  });
  return [...now, ...held.filter(({ id }) => !now.some((model) => model.id === id))];
};

/** One product as another describes it anew: no word that facts may name is lost, pages are as the newer one has them. */
export const mergeProduct = (held: Product, incoming: Product): Product => ({
  ...incoming,
  id: held.id,
  aliases: uniqueWords([...incoming.aliases, ...held.aliases, held.name], incoming.name),
  models: mergeModels(held.models, incoming.models),
});

const fresh = (product: Product): Product => ({
  ...product,
  aliases: uniqueWords(product.aliases, product.name),
  models: mergeModels([], product.models),
});

/** Takes products into a catalogue, in the order of the incoming ones; those that are not named stay. */
export const mergeProducts = (
  current: readonly Product[],
  incoming: readonly Product[],
): { products: Product[]; changes: ProductChanges } => {
  const changes: ProductChanges = { added: [], renamed: [], changed: [] };
  const taken = incoming.map((product) => {
    const held = sameAs(current, product);
    if (!held) {
      changes.added.push(product.name);
      return fresh(product);
    }
    const merged = mergeProduct(held, product);
    if (held.name !== product.name) changes.renamed.push({ id: held.id, from: held.name, to: product.name });
    else if (canonicalJson(merged) !== canonicalJson(held)) changes.changed.push(product.name);
    return merged;
  });
  const products = [...taken, ...current.filter(({ id }) => !taken.some((one) => one.id === id))];
  return { products, changes };
};
