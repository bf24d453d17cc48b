/** A model of a product, as orders and payments name it. */
export interface ProductModel {
  /** Stable key; unique over the whole catalogue. */
  id: string;
  name: string;
  aliases: string[];
  archived: boolean;
}

/** A product of the catalogue: its words, the pages it is shown on, and the keys that its tags are made of. */
export interface Product {
  /** Stable key; a rename touches no customer. */
  id: string;
  name: string;
  aliases: string[];
  models: ProductModel[];
  /** Patterns of its pages, as `url-pattern.ts` reads them. */
  urls: string[];
  archived: boolean;
}

/** The groups under which the tags of the catalogue lie. */
export const INTEREST = 'interest';
export const BOUGHT = 'bought';

/** The tag of those who are interested in a product, by the product's id. */
export const interestTag = (product: string): string => `${INTEREST}_${product}`;
/** The tag of those who bought a product, whichever model; the tags of its models lie below it. */
export const boughtTag = (product: string): string => `${BOUGHT}_${product}`;
/** The tag of those who bought a model, by the model's id. */
export const modelTag = (model: string): string => `model_${model}`;

const TOPIC = 'product:';

/** The topic of a product's words; no keyword pack can be called so. */
export const productTopic = (product: string): string => `${TOPIC}${product}`;

/** The product whose topic this is. */
export const productOfTopic = (topic: string): string | null => (topic.startsWith(TOPIC) ? topic.slice(TOPIC.length) : null);

/** All words that mean a product, its models' among them. */
export const wordsOf = ({ name, aliases, models }: Product): string[] => [
  ...[name, ...aliases],
  ...models.flatMap((model) => [model.name, ...model.aliases]),
];
