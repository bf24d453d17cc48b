import type { Catalogue, Naming } from './catalogue.ts';
import { nameKey } from './tag-name.ts';
import type { Instant } from './time.ts';

/** What facts of one customer named, how often and when last. */
export interface Named extends Naming {
  count: number;
  at: Instant;
}

/** Different ones kept a customer, the newest: more have only robots. */
const KEPT = 100;

/** They name something that is not in the catalogue. */
export const NAMED_UNKNOWN = '?';
/** They visited pages, so a new pattern may concern them. */
export const NAMED_PAGE = '/';
/** They named more than is kept, so any new word may concern them. */
export const NAMED_MORE = '*';
/** They named this word. */
export const namedWord = (word: string): string => `=${nameKey(word)}`;

/** Counts one more naming among those of a customer. */
export const withNaming = (named: readonly Named[], { product, model }: Naming, at: Instant): Named[] => {
  const held = named.find((one) => one.product === product && one.model === model);
  const others = named.filter((one) => one !== held);
  return [...others, { product, model, count: (held?.count ?? 0) + 1, at }].slice(-KEPT);
};

/** What a customer can be found by when the catalogue changes: only those whose facts a change can concern are folded again. */
export const namedKeys = (
  { named, happened }: { named: readonly Named[]; happened: Readonly<Record<string, readonly Instant[]>> },
  catalogue: Catalogue,
): string[] => {
  const words = named.flatMap(({ product, model }) => [product, model].flatMap((word) => (word === null ? [] : namedWord(word))));
  return [
    ...(happened['visit'] ? [NAMED_PAGE] : []),
    ...(named.length >= KEPT ? [NAMED_MORE] : []),
    ...(named.some((one) => catalogue.isUnknown(one)) ? [NAMED_UNKNOWN] : []),
    ...new Set(words),
  ].sort();
};
