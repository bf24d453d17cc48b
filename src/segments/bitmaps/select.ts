import { RoaringBitmap32 } from 'roaring-wasm';
import type { Facts } from '../../domain/customer.ts';
import { DAY } from '../../domain/time.ts';
import { holds } from '../comparison.ts';
import { FACTS } from '../fact-names.ts';
import { type Moment, span, storedNumber } from '../moment.ts';
import type { BoundTree } from '../tree.ts';

/** Where the bits and numbers are found: tags by id, suggested ones as `?id`, values of fields as `=key`. */
export interface Terms {
  living: RoaringBitmap32;
  bitmap: (word: string) => RoaringBitmap32 | undefined;
  number: (n: number, word: string) => number;
  column: (field: Exclude<keyof Facts, 'profile'>) => Float64Array;
}

type Of<Kind extends BoundTree['kind']> = Extract<BoundTree, { kind: Kind }>;

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

/** Ordinals of the customers in the segment, ascending. */
export const select = (bound: BoundTree, moment: Moment, terms: Terms): Uint32Array => {
  // Bitmaps live outside the heap, so those made on the way are given back at the end.
  const made: RoaringBitmap32[] = [];
  const keep = (bitmap: RoaringBitmap32): RoaringBitmap32 => {
    made.push(bitmap);
    return bitmap;
  };

  const among = (words: readonly string[], within: RoaringBitmap32): RoaringBitmap32 => {
    const found = words.flatMap((word) => terms.bitmap(word) ?? []);
    const [only] = found;
    const all = found.length === 1 && only ? only : keep(RoaringBitmap32.orMany(found));
    return within === terms.living ? all : keep(RoaringBitmap32.and(all, within));
  };

  const filter = (within: RoaringBitmap32, fits: (n: number) => boolean): RoaringBitmap32 => {
    const all = within.toUint32Array();
    let kept = 0;
    for (const n of all) if (fits(n)) all[kept++] = n;
    return keep(new RoaringBitmap32(all.subarray(0, kept)));
  };

  const facts = ({ fact, operator, number }: Of<'fact'>, within: RoaringBitmap32): RoaringBitmap32 => {
    const { measure, field } = FACTS[fact];
    const values = terms.column(field);
    const value = (n: number): number => values[n] ?? Number.NaN;
    if (measure !== 'days') {
      const stored = storedNumber(fact, number, moment);
      return filter(within, (n) => holds(value(n), operator, stored));
    }
    const length = span(number);
    return filter(within, (n) => holds(moment.at - value(n), operator, length, DAY));
  };

  const ages = ({ carriers, operator, days }: Of<'age'>, within: RoaringBitmap32): RoaringBitmap32 => {
    const length = span(days);
    const fits = (n: number) => carriers.some((tag) => holds(moment.at - terms.number(n, tag), operator, length, DAY));
    return filter(among(carriers, within), fits);
  };

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
        return facts(item, those);
      case 'age':
        return ages(item, those);
      case 'not':
        return keep(RoaringBitmap32.andNot(those, within(item.item, those)));
      case 'and':
        return item.items.toSorted((a, b) => cost(a) - cost(b)).reduce((left, one) => within(one, left), those);
      case 'or':
        return keep(RoaringBitmap32.orMany(item.items.map((one) => within(one, those))));
    }
  };

  try {
    return within(bound, terms.living).toUint32Array();
  } finally {
    for (const bitmap of made) bitmap.dispose();
  }
};
