import { createHash } from 'node:crypto';
import { interestTag, type Product, productTopic, wordsOf } from './domain/product.ts';
import { LONGEST_PHRASE } from './match/keyword-pack.ts';
import { phraseKey } from './match/phrase-key.ts';
import type { Topic } from './match/topics.ts';

/** Interest by words is soft: two messages within seven days (semantics 3). A visit to the product's page is enough by itself. */
const NEEDS = { hits: 2, days: 7 };

/** One character or bare digits stand in too many words: they count only as all that a clause says. */
const isBroad = (key: string): boolean => /^[\d .,-]*$/.test(key) || [...key].length === 1;

/** A product's words, each once: what counts anywhere, and what counts alone. */
const phrasesOf = (product: Product): { phrases: string[]; alone: string[] } => {
  const live = { ...product, models: product.models.filter(({ archived }) => !archived) };
  const byKey = new Map(wordsOf(live).map((word) => [phraseKey(word), word]));
  const usable = [...byKey].filter(([key]) => key !== '' && key.length <= LONGEST_PHRASE);
  const broad = (wanted: boolean) => usable.filter(([key]) => isBroad(key) === wanted).map(([, word]) => word);
  return { phrases: broad(false), alone: broad(true) };
};

/** A topic for every product that is not archived: its name, aliases and models are what customers say. */
export const productTopics = (products: readonly Product[]): Topic[] =>
  products
    .filter(({ archived }) => !archived)
    .map((product) => {
      const { phrases, alone } = phrasesOf(product);
      const version = createHash('sha256')
        .update(JSON.stringify([phrases, alone]))
        .digest('hex')
        .slice(0, 15);
      return {
        id: productTopic(product.id),
        tags: [interestTag(product.id)],
        needs: NEEDS,
        demand: true,
        version,
        phrases,
        alone,
      };
    });
