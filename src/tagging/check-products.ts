import type { Product, ProductModel } from '../domain/product.ts';
import { nameKey } from '../domain/tag-name.ts';

/** Something wrong with a product, by its place in the list: where, what to do, and the product that it clashes with. */
export interface ProductFault {
  at: number;
  field: string;
  message: string;
  other?: number;
}

/** Why several products cannot stand beside each other: each word and each id means one thing in the whole catalogue. */
export const checkProducts = (products: readonly Product[]): ProductFault[] => [
  ...repeatedIds(products),
  ...ownNames(products),
  ...repeatedModels(products),
  ...repeatedWords(products),
];

const repeatedIds = (products: readonly Product[]): ProductFault[] => {
  const [first, models] = [new Map<string, number>(), new Map<string, number>()];
  return products.flatMap((product, at) => {
    const faults: ProductFault[] = [];
    const take = (taken: Map<string, number>, id: string, field: string) => {
      const other = taken.get(id);
      if (other === undefined) taken.set(id, at);
      else faults.push({ at, field, message: 'Choose another id: it is taken', other });
    };
    take(first, product.id, 'id');
    product.models.forEach(({ id }, place) => void take(models, id, `models.${place}`));
    return faults;
  });
};

const wordsOfModel = ({ name, aliases }: ProductModel): string[] => [name, ...aliases];

/** 已购 of the product's own name means whichever model. */
const ownNames = (products: readonly Product[]): ProductFault[] =>
  products.flatMap(({ name, models }, at) =>
    models.flatMap((model, place): ProductFault[] => {
      if (!wordsOfModel(model).some((word) => nameKey(word) === nameKey(name))) return [];
      return [
        { at, field: `models.${place}`, message: 'Take it out: it is the name of the product itself, which needs no model.' },
      ];
    }),
  );

interface Word {
  key: string;
  field: string;
}

const wordsIn = ({ name, aliases, models }: Product): Word[] => [
  { key: nameKey(name), field: 'name' },
  ...aliases.map((alias, place) => ({ key: nameKey(alias), field: `aliases.${place}` })),
  ...models.flatMap((model, place) => wordsOfModel(model).map((word) => ({ key: nameKey(word), field: `models.${place}` }))),
];

/** Two models of one product are as different as two products. */
const repeatedModels = (products: readonly Product[]): ProductFault[] =>
  products.flatMap(({ models }, at) => {
    const first = new Map<string, ProductModel>();
    return models.flatMap((model, place) =>
      wordsOfModel(model).flatMap((word): ProductFault[] => {
        const key = nameKey(word);
        const other = first.get(key);
        if (other === undefined) first.set(key, model);
        return other === undefined || other === model
          ? []
          : [{ at, field: `models.${place}`, message: 'Choose another word: in the catalogue it is taken', other: at }];
      }),
    );
  });

const repeatedWords = (products: readonly Product[]): ProductFault[] => {
  const first = new Map<string, number>();
  return products.flatMap((product, at) =>
    wordsIn(product).flatMap(({ key, field }): ProductFault[] => {
      const other = first.get(key);
      if (other === undefined) first.set(key, at);
      return other === undefined || other === at
        ? []
        : [{ at, field, message: 'Choose another word: in the catalogue it is taken', other }];
    }),
  );
};
