import { RoaringBitmap32 } from 'roaring-wasm';
import type { Facts } from '../../domain/customer.ts';
import { factBounds, sinceBounds } from '../bounds.ts';
import { FACTS } from '../fact-names.ts';
import type { Moment } from '../moment.ts';
import type { BoundTree } from '../tree.ts';
import { type Numbers, withinBounds } from './within-bounds.ts';

/** Where the bits and numbers are found: tags by id, suggested ones as `?id`, values of fields as `=key`. */
export interface Terms {
  living: RoaringBitmap32;
  bitmap: (word: string) => RoaringBitmap32 | undefined;
  /** Since when a tag is carried; undefined: nobody ever carried it. */
  since: (word: string) => Numbers | undefined;
  fact: (field: Exclude<keyof Facts, 'profile'>) => Numbers;
}

/** What is dear is asked last, of those who are left: bitmaps, then one number a customer, then a search in their tags. */
const cost = (bound: BoundTree): number => {
  switch (bound.kind) {
    case 'fact':
      return 1;
    case 'age':
      return 2;
    case 'not':
      return cost(bound.item);
    case 'and':
    case 'or':
      return Math.max(...bound.items.map(cost));
    default:
      return 0;
  }
};

const byCost = (items: readonly BoundTree[]): BoundTree[] => items.toSorted((a, b) => cost(a) - cost(b));

/** Hands over the ordinals of the customers in the segment; the bitmap lasts until `use` returns. */
export const select = <T>(bound: BoundTree, moment: Moment, terms: Terms, use: (hits: RoaringBitmap32) => T): T => {
  // Bitmaps live outside the heap, so those made on the way are given back at the end.
  const made: RoaringBitmap32[] = [];
  const keep = (bitmap: RoaringBitmap32): RoaringBitmap32 => {
    made.push(bitmap);
    return bitmap;
  };

  const among = (words: readonly string[], those: RoaringBitmap32): RoaringBitmap32 => {
    const found = words.flatMap((word) => terms.bitmap(word) ?? []);
    const [only] = found;
    const all = found.length === 1 && only ? only : keep(RoaringBitmap32.orMany(found));
    return those === terms.living ? all : keep(RoaringBitmap32.and(all, those));
  };

  /** Numbers are those of the living alone. */
  const only = (those: RoaringBitmap32): RoaringBitmap32 | null => (those === terms.living ? null : those);

  const within = (item: BoundTree, those: RoaringBitmap32): RoaringBitmap32 => {
    switch (item.kind) {
      case 'tag':
        return among(item.carriers, those);
      case 'suggested':
        return among(
          item.carriers.map((id) => `?${id}`),
          those,
        );
      case 'field':
        return among(
          item.keys.map((key) => `=${key}`),
          those,
        );
      case 'fact':
        return keep(withinBounds(terms.fact(FACTS[item.fact].field), factBounds(item, moment), only(those)));
      case 'age': {
        const bounds = sinceBounds(item.operator, item.days, moment);
        const since = item.carriers.flatMap((tag) => terms.since(tag) ?? []);
        return keep(RoaringBitmap32.orMany(since.map((numbers) => keep(withinBounds(numbers, bounds, only(those))))));
      }
      case 'not':
        return keep(RoaringBitmap32.andNot(those, within(item.item, those)));
      case 'and':
        return byCost(item.items).reduce((left, one) => within(one, left), those);
      case 'or':
        return keep(RoaringBitmap32.orMany(item.items.map((one) => within(one, those))));
    }
  };

  try {
    return use(within(bound, terms.living));
  } finally {
    for (const bitmap of made) bitmap.dispose();
  }
};
