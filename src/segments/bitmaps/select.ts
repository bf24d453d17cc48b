import { RoaringBitmap32 } from 'roaring-wasm';
import type { Facts } from '../../domain/customer.ts';
import { DAY } from '../../domain/time.ts';
import { comparing } from '../comparison.ts';
import { FACTS } from '../fact-names.ts';
import { type Moment, span, storedNumber } from '../moment.ts';
import type { BoundTree } from '../tree.ts';

/** Where the bits and numbers are found: tags by id, suggested ones as `?id`, values of fields as `=key`. */
export interface Terms {
  living: RoaringBitmap32;
  bitmap: (word: string) => RoaringBitmap32 | undefined;
  number: (n: number, word: string) => number;
  /** NaN for those who are gone, so that nothing can be said of them. */
  column: (field: Exclude<keyof Facts, 'profile'>) => Float64Array;
  /** Ordinals given so far. */
  count: () => number;
  /** Room for so many ordinals, the same each time: megabytes a query would keep the collector busy. */
  room: (length: number) => Uint32Array;
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

const byCost = (items: readonly BoundTree[]): BoundTree[] => items.toSorted((a, b) => cost(a) - cost(b));

/** Ordinals of the customers in the segment, ascending; they stand in `room` and last until the next query. */
export const select = (bound: BoundTree, moment: Moment, terms: Terms): Uint32Array => {
  // Bitmaps live outside the heap, so those made on the way are given back at the end.
  const made: RoaringBitmap32[] = [];
  const keep = (bitmap: RoaringBitmap32): RoaringBitmap32 => {
    made.push(bitmap);
    return bitmap;
  };

  const ordinals = (bitmap: RoaringBitmap32): Uint32Array => {
    const { size } = bitmap;
    return bitmap.toUint32Array(terms.room(size)).subarray(0, size);
  };

  const among = (words: readonly string[], within: RoaringBitmap32): RoaringBitmap32 => {
    const found = words.flatMap((word) => terms.bitmap(word) ?? []);
    const [only] = found;
    const all = found.length === 1 && only ? only : keep(RoaringBitmap32.orMany(found));
    return within === terms.living ? all : keep(RoaringBitmap32.and(all, within));
  };

  /** Of everybody, in `room`. */
  const passingAll = (passes: (n: number) => boolean): Uint32Array => {
    const count = terms.count();
    const all = terms.room(count);
    let kept = 0;
    for (let n = 0; n < count; n += 1) if (passes(n)) all[kept++] = n;
    return all.subarray(0, kept);
  };

  /** Those who pass, in `room`. */
  const passing = (those: RoaringBitmap32, passes: (n: number) => boolean): Uint32Array => {
    const all = ordinals(those);
    let kept = 0;
    for (let i = 0; i < all.length; i += 1) {
      const n = all[i] as number;
      if (passes(n)) all[kept++] = n;
    }
    return all.subarray(0, kept);
  };

  const ofFact = ({ fact, operator, number }: Of<'fact'>, those: RoaringBitmap32): Uint32Array => {
    const { measure, field } = FACTS[fact];
    const values = terms.column(field);
    const { at } = moment;
    const days = measure === 'days';
    const compared = days ? comparing(operator, span(number), DAY) : comparing(operator, storedNumber(fact, number, moment));
    const passes = days ? (n: number) => compared(at - (values[n] as number)) : (n: number) => compared(values[n] as number);
    return those === terms.living ? passingAll(passes) : passing(those, passes);
  };

  const ofAge = ({ carriers, operator, days }: Of<'age'>, those: RoaringBitmap32): Uint32Array => {
    const compared = comparing(operator, span(days), DAY);
    return passing(among(carriers, those), (n) => carriers.some((tag) => compared(moment.at - terms.number(n, tag))));
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
        return keep(new RoaringBitmap32(ofFact(item, those)));
      case 'age':
        return keep(new RoaringBitmap32(ofAge(item, those)));
      case 'not':
        return keep(RoaringBitmap32.andNot(those, within(item.item, those)));
      case 'and':
        return byCost(item.items).reduce((left, one) => within(one, left), those);
      case 'or':
        return keep(RoaringBitmap32.orMany(item.items.map((one) => within(one, those))));
    }
  };

  /** The same as ordinals: of what is asked last no bitmap is made. */
  const listed = (item: BoundTree, those: RoaringBitmap32): Uint32Array => {
    if (item.kind === 'fact') return ofFact(item, those);
    if (item.kind === 'age') return ofAge(item, those);
    if (item.kind !== 'and') return ordinals(within(item, those));
    const items = byCost(item.items);
    const last = items.pop();
    const left = items.reduce((rest, one) => within(one, rest), those);
    return last ? listed(last, left) : ordinals(left);
  };

  try {
    return listed(bound, terms.living);
  } finally {
    for (const bitmap of made) bitmap.dispose();
  }
};
