import { boughtTag, modelTag, type Product, type ProductModel } from './product.ts';
import { nameKey } from './tag-name.ts';
import { TERM_LENGTH } from './tag-names.ts';
import { createUrlIndex } from './url-index.ts';

/** What a word means in the catalogue: a product, or a model of one. */
export interface Meant {
  product: Product;
  model: ProductModel | null;
}

/** What a fact names: the words as they came, null where it has none. */
export interface Naming {
  product: string | null;
  model: string | null;
}

/** The products by their words and pages. Archived ones are known too: their facts stay, and their tags are archived. */
export interface Catalogue {
  products: readonly Product[];
  /** What a word means: a name, alias, model or id, whatever its case and width. */
  meant: (word: string | null) => Meant | null;
  /** The ids of the products that a fact is about, by what it names and by its page. */
  subjects: (data: Readonly<Record<string, unknown>>) => string[];
  /** Whether it names something that is not in the catalogue. */
  isUnknown: (naming: Naming) => boolean;
  /** The tag of those who bought this: the model's, else the product's; null where neither is known. */
  boughtTag: (naming: Naming) => string | null;
}

const wordIn = (value: unknown): string | null => {
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && word.length <= TERM_LENGTH && nameKey(word) !== '' ? word : null;
};

/** What a fact names. Longer words than any name name nothing. */
export const namingOf = ({ product, model }: Readonly<Record<string, unknown>>): Naming => ({
  product: wordIn(product),
  model: wordIn(model),
});

const index = (products: readonly Product[]): Map<string, Meant> => {
  const meant = new Map<string, Meant>();
  const put = (word: string, one: Meant) => {
    if (!meant.has(nameKey(word))) meant.set(nameKey(word), one);
  };
  // Names before ids: an id is what a product was once called.
  for (const product of products)
    for (const model of product.models) for (const word of [model.name, ...model.aliases]) put(word, { product, model });
  for (const product of products) for (const word of [product.name, ...product.aliases]) put(word, { product, model: null });
  for (const product of products) put(product.id, { product, model: null });
  for (const product of products) for (const model of product.models) put(model.id, { product, model });
  return meant;
};

/** Makes a catalogue searchable, so that one look-up costs the same with one product as with thousands. */
export const createCatalogue = (products: readonly Product[]): Catalogue => {
  const words = index(products);
  const visited = createUrlIndex(products.filter(({ archived }) => !archived));
  const meant = (word: string | null): Meant | null => (word === null ? null : (words.get(nameKey(word)) ?? null));
  return {
    products,
    meant,
    subjects: (data) => {
      const { product, model } = namingOf(data);
      const named = [product, model].flatMap((word) => meant(word)?.product.id ?? []);
      const url = data['url'];
      return [...new Set([...named, ...(typeof url === 'string' ? visited(url) : [])])];
    },
    isUnknown: ({ product, model }) => [product, model].some((word) => word !== null && meant(word) === null),
    boughtTag: ({ product, model }) => {
      const one = [meant(model), meant(product)];
      const exact = one.find((found) => found?.model);
      if (exact?.model) return modelTag(exact.model.id);
      const some = one.find((found) => found !== null);
      return some ? boughtTag(some.product.id) : null;
    },
  };
};
