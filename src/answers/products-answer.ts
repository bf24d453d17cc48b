import type { App } from '../app.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Named } from '../domain/named.ts';
import { boughtTag, interestTag, modelTag, type Product } from '../domain/product.ts';
import type { ProductAnswer, ProductsAnswer, UnknownProductAnswer } from '../domain/product-answers.ts';
import { nameKey } from '../domain/tag-name.ts';
import type { Instant } from '../domain/time.ts';
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

interface Missing {
  product: string | null;
  models: string[];
  count: number;
  at: Instant;
}

/** The command that makes this known: a new word of a product whose model is known, new models, or a new product. */
const addWords = ({ product, models }: Missing, catalogue: Catalogue): string => {
  const options = models.filter((model) => !catalogue.meant(model)).map((model) => ` --model ${typed(model)}`);
  if (product === null) return `product add ${models.map(typed).join(' ')}`;
  const known = catalogue.meant(product);
  const sold = models.flatMap((model) => catalogue.meant(model) ?? [])[0];
  if (!known && sold) return `product add ${typed(sold.product.name)} --alias ${typed(product)}${options.join('')}`;
  return `product add ${typed(known?.product.name ?? product)}${options.join('')}`;
};

/** One more naming of a product, with the model that it names unless that was among them. */
const joined = (held: Missing | undefined, { product, model, count, at }: Named): Missing => {
  const { models, ...known } = held ?? { product, models: [], count: 0, at };
  const fresh = model !== null && !models.some((one) => nameKey(one) === nameKey(model));
  return { ...known, models: fresh ? [...models, model] : models, count: known.count + count, at: Math.max(known.at, at) };
};

/** What the catalogue still does not know, a product with its models at once, whatever their case and width; the most frequent first. */
const unknownOf = (named: readonly Named[], catalogue: Catalogue): UnknownProductAnswer[] => {
  const byProduct = new Map<string, Missing>();
  for (const one of named.filter((naming) => catalogue.isUnknown(naming))) {
    const key = one.product === null ? `/${nameKey(one.model ?? '')}` : nameKey(one.product);
    byProduct.set(key, joined(byProduct.get(key), one));
  }
  return [...byProduct.values()]
    .sort((a, b) => b.count - a.count || b.at - a.at)
    .slice(0, SHOWN)
    .map((one) => {
      const { product, models, count, at } = one;
      return { product, models, count, lastSeenAt: iso(at), add: addWords(one, catalogue) };
    });
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
