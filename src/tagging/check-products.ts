import type { Product, ProductModel } from '../domain/product.ts';
import { nameKey } from '../domain/tag-name.ts';

/** Something wrong with a product, by its place in the list: where, what to do, and the product that it clashes with. */
export interface ProductFault {
  at: number;
  field: string;
  message: string;
  other?: number;
}

const wordsOfModel = ({ name, aliases }: ProductModel): string[] => [name, ...aliases];

/** Why several products cannot stand beside each other: each word and each id means one thing in the whole catalogue. */
export const checkProducts = (products: readonly Product[]): ProductFault[] => [
  ...repeatedIds(products),
  ...ownNames(products),
  ...repeatedModels(products),
  ...repeatedWords(products),
];

const TAKEN = 'Choose another word: in the catalogue it is taken';
/** 已购-X1 and an order that names X1 mean one model. */
const SOLD = 'Give the model another name: one of this name is there, and orders could not tell them apart';

const sharesWord = (a: ProductModel, b: ProductModel): boolean => {
  const keys = new Set(wordsOfModel(a).map(nameKey));
  return wordsOfModel(b).some((word) => keys.has(nameKey(word)));
};

const repeatedIds = (products: readonly Product[]): ProductFault[] => {
  const message = 'Choose another id: it is taken';
  const first = new Map<string, number>();
  const models = new Map<string, { at: number; model: ProductModel }>();
  return products.flatMap((product, at) => {
    const other = first.get(product.id);
    if (other === undefined) first.set(product.id, at);
    const faults: ProductFault[] = other === undefined ? [] : [{ at, field: 'id', message, other }];
    for (const [place, model] of product.models.entries()) {
      const taken = models.get(model.id);
      if (!taken) models.set(model.id, { at, model });
      // Of two with the same name, whose ids are made of it, the name is what is wrong.
      else if (!sharesWord(taken.model, model)) faults.push({ at, field: `models.${place}`, message, other: taken.at });
    }
    return faults;
  });
};

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
  isModel: boolean;
}

const wordsIn = ({ name, aliases, models }: Product): Word[] => [
  { key: nameKey(name), field: 'name', isModel: false },
  ...aliases.map((alias, place) => ({ key: nameKey(alias), field: `aliases.${place}`, isModel: false })),
  ...models.flatMap((model, place) =>
    wordsOfModel(model).map((word) => ({ key: nameKey(word), field: `models.${place}`, isModel: true })),
  ),
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
        return other === undefined || other === model ? [] : [{ at, field: `models.${place}`, message: SOLD, other: at }];
      }),
    );
  });

const repeatedWords = (products: readonly Product[]): ProductFault[] => {
  const first = new Map<string, { at: number; isModel: boolean }>();
  return products.flatMap((product, at) =>
    wordsIn(product).flatMap(({ key, field, isModel }): ProductFault[] => {
      const taken = first.get(key);
      if (!taken) first.set(key, { at, isModel });
      if (!taken || taken.at === at) return [];
      return [{ at, field, message: isModel && taken.isModel ? SOLD : TAKEN, other: taken.at }];
    }),
  );
};
