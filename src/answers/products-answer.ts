import type { App } from '../app.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Named } from '../domain/named.ts';
import { boughtTag, interestTag, modelTag, type Product } from '../domain/product.ts';
import type { ProductAnswer, ProductsAnswer, UnknownProductAnswer } from '../domain/product-answers.ts';
import { nameKey } from '../domain/tag-name.ts';
import { iso } from './cause-answers.ts';

/** Proposals shown, and namings that they are made of. */
const SHOWN = 20;
const READ = 1000;

const answerOf = async (app: App, product: Product): Promise<ProductAnswer> => {
  const tree = app.inForce.tree();
  const carriers = (tag: string) => app.store.customers.count({ tagIds: { $in: tree.descendants(tag) } });
  const { id, name, aliases, urls, archived } = product;
  const [interested, bought, models] = await Promise.all([
    carriers(interestTag(id)),
    carriers(boughtTag(id)),
    Promise.all(product.models.map(async (model) => ({ ...model, customers: await carriers(modelTag(model.id)) }))),
  ]);
  return { id, name, aliases, models, urls, archived, interested, bought };
};

/** A word as somebody types it. */
const typed = (word: string): string => (/[\s"'`$\\*?()<>|&;#~!]|^-/.test(word) ? `"${word.replace(/["\\$`]/g, '\\$&')}"` : word);

/** The command that makes this known: a new word of a product that is known by its model, a new model, or a new product. */
const addWords = ({ product, model }: Pick<Named, 'product' | 'model'>, catalogue: Catalogue): string => {
  const [known, sold] = [catalogue.meant(product), catalogue.meant(model)];
  if (product !== null && !known && sold) return `product add ${typed(sold.product.name)} --alias ${typed(product)}`;
  const name = known?.product.name ?? product ?? model ?? '';
  return `product add ${typed(name)}${product !== null && model !== null ? ` --model ${typed(model)}` : ''}`;
};

/** Namings that the catalogue still does not know, those that differ in case or width only as one; the most frequent first. */
const unknownOf = (named: readonly Named[], catalogue: Catalogue): UnknownProductAnswer[] => {
  const byKey = new Map<string, Named>();
  for (const one of named.filter((naming) => catalogue.isUnknown(naming))) {
    const key = JSON.stringify([one.product, one.model].map((word) => word && nameKey(word)));
    const held = byKey.get(key);
    byKey.set(key, held ? { ...held, count: held.count + one.count, at: Math.max(held.at, one.at) } : one);
  }
  return [...byKey.values()]
    .sort((a, b) => b.count - a.count || b.at - a.at)
    .slice(0, SHOWN)
    .map(({ product, model, count, at }) => ({
      ...{ product, model, count, lastSeenAt: iso(at) },
      add: addWords({ product, model }, catalogue),
    }));
};

/** The products with those who want and have them, and what facts named that is not among the products. */
export const productsAnswer = async (
  app: App,
  products: readonly Product[],
  change?: NonNullable<ProductsAnswer['change']>,
): Promise<ProductsAnswer> => {
  const { catalogue } = app.inForce.rules();
  const [rows, named] = await Promise.all([
    Promise.all(products.map((product) => answerOf(app, product))),
    app.store.customers.unknownNamings(READ),
  ]);
  return {
    ...{ asOf: iso(app.clock.asOf()), version: app.inForce.library().version, products: rows },
    unknown: unknownOf(named, catalogue),
    ...(change ? { change } : {}),
  };
};
