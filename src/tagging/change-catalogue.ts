import { canonicalJson } from '../domain/canonical-json.ts';
import { createCatalogue } from '../domain/catalogue.ts';
import { nearWord } from '../domain/near-word.ts';
import { type Product, type ProductModel, wordsOf } from '../domain/product.ts';
import type { Library } from '../domain/tag.ts';
import { cleanName, nameKey } from '../domain/tag-name.ts';
import { type Problem, ProblemsError, UserError } from '../errors.ts';
import { eachOnce } from './each-once.ts';
import { clashesIn } from './merge-library.ts';
import { mergeProduct } from './merge-products.ts';
import { productOf, productSchema } from './product-schema.ts';

/** What somebody wants of one product: its name, and words and pages that come with it or go from it. */
export interface ProductChange {
  name: string;
  aliases: readonly string[];
  models: readonly string[];
  urls: readonly string[];
}

export type CatalogueAction = 'added' | 'extended' | 'restored' | 'same' | 'reduced' | 'archived';

export interface CatalogueChange {
  library: Library;
  action: CatalogueAction;
  /** The product as it is now. */
  product: Product;
}

/** The options of the command, by the fields of a product. */
const OPTIONS: Record<string, string> = { aliases: '--alias', models: '--model', urls: '--url' };

/** The option in which the first of these steps that is one was given; else it is the name. */
const optionOf = (path: readonly PropertyKey[]): string => path.flatMap((step) => OPTIONS[String(step)] ?? [])[0] ?? 'NAME';

/** The product that these words describe. @throws ProblemsError `product_broken` */
const described = ({ name, aliases, models, urls }: ProductChange): Product => {
  const parsed = productSchema.safeParse({ name, aliases, models, urls });
  if (parsed.success) return productOf(parsed.data);
  const problems = parsed.error.issues.map(
    ({ path, message }): Problem => ({ file: '', line: null, field: optionOf(path), message }),
  );
  throw new ProblemsError('product_broken', problems);
};

const withProduct = (library: Library, product: Product): Library => {
  const products = library.products ?? [];
  const there = products.some(({ id }) => id === product.id);
  const now = there ? products.map((one) => (one.id === product.id ? product : one)) : [...products, product];
  return { ...library, version: library.version + 1, products: now };
};

const checked = (library: Library): Library => {
  const problems = eachOnce(clashesIn(library, '').map((one) => ({ ...one, field: optionOf(one.field.split('.')) })));
  if (problems.length > 0) throw new ProblemsError('product_broken', problems);
  return library;
};

/** Models as they are, with the new ones behind; one that was archived is sold again. */
const withModels = (held: readonly ProductModel[], more: readonly ProductModel[]): ProductModel[] => {
  const keys = new Map(held.flatMap((model) => [model.name, ...model.aliases].map((word) => [nameKey(word), model.id])));
  const fresh = more.filter(({ name }) => !keys.has(nameKey(name)));
  const again = new Set(more.map(({ name }) => keys.get(nameKey(name))));
  return [...held.map((model) => (again.has(model.id) ? { ...model, archived: false } : model)), ...fresh];
};

/**
 * Adds a product, or words, models and pages to one that is there under this name.
 * @throws ProblemsError `product_broken` where a word is wrong or means another product.
 */
export const addProduct = (library: Library, change: ProductChange): CatalogueChange => {
  const more = described(change);
  const meant = createCatalogue(library.products ?? []).meant(more.name);
  const held = meant?.model === null ? meant.product : null;
  if (!held) {
    const product = mergeProduct({ ...more, aliases: [], models: [] }, more);
    return { library: checked(withProduct(library, product)), action: 'added', product };
  }
  const product = mergeProduct(held, {
    ...held,
    aliases: [...held.aliases, ...more.aliases],
    models: withModels(held.models, more.models),
    urls: [...new Set([...held.urls, ...more.urls])],
    archived: false,
  });
  if (canonicalJson(product) === canonicalJson(held)) return { library, action: 'same', product };
  return { library: checked(withProduct(library, product)), action: held.archived ? 'restored' : 'extended', product };
};

/** The product of this name. @throws UserError `unknown_product` with the nearest one. */
export const productNamed = (products: readonly Product[], name: string): Product => {
  const found = createCatalogue(products).meant(cleanName(name));
  if (found) return found.product;
  const near = nearWord(
    name,
    products.flatMap((product) => wordsOf(product)),
  );
  throw new UserError(near === null ? 'unknown_product' : 'unknown_product_near', { name, near: near ?? '' });
};

const refuseStranger = (words: readonly string[], known: readonly string[], product: Product): void => {
  const keys = new Set(known.map(nameKey));
  const stranger = words.find((word) => !keys.has(nameKey(word)));
  if (stranger !== undefined) throw new UserError('not_of_product', { word: stranger, product: product.name });
};

/**
 * Takes words, models and pages off a product; the whole product where none is named. What somebody bought or visited stays on record:
 * products and models are archived.
 * @throws UserError for a product that is not there, or a word that is none of its.
 */
export const dropProduct = (library: Library, { name, aliases, models, urls }: ProductChange): CatalogueChange => {
  const held = productNamed(library.products ?? [], name);
  refuseStranger(aliases, held.aliases, held);
  refuseStranger(
    models,
    held.models.flatMap((model) => [model.name, ...model.aliases]),
    held,
  );
  refuseStranger(urls, held.urls, held);
  const gone = (words: readonly string[]) => {
    const keys = new Set(words.map(nameKey));
    return (word: string) => keys.has(nameKey(word));
  };
  const whole = aliases.length + models.length + urls.length === 0;
  const product: Product = {
    ...held,
    aliases: held.aliases.filter((word) => !gone(aliases)(word)),
    models: held.models.map((model) =>
      [model.name, ...model.aliases].some(gone(models)) ? { ...model, archived: true } : model,
    ),
    urls: held.urls.filter((word) => !gone(urls)(word)),
    archived: held.archived || whole,
  };
  if (canonicalJson(product) === canonicalJson(held)) return { library, action: 'same', product };
  return { library: checked(withProduct(library, product)), action: whole ? 'archived' : 'reduced', product };
};
