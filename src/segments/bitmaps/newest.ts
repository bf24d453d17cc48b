import { RoaringBitmap32 } from 'roaring-wasm';
import type { OrderedColumn } from './ordered-column.ts';

/** Where a page goes on: the last customer of the one before. */
export interface Place {
  at: number | null;
  id: string;
}

/** The order of pages as a number: the last contact first, whoever had none behind all others. */
export const rankOf = (lastContactAt: number | null): number =>
  lastContactAt === null ? Number.POSITIVE_INFINITY : -lastContactAt;

/** Customers in the order of pages; the id decides between equals. */
export interface Order extends Pick<OrderedColumn, 'values' | 'bins'> {
  id: (n: number) => string;
}

const comparing = ({ values, id }: Order) => {
  const ranks = values();
  return {
    before: (a: number, b: number): boolean => {
      const [one, other] = [ranks[a] as number, ranks[b] as number];
      return one === other ? id(a) < id(b) : one < other;
    },
    behind: (n: number, place: Place): boolean => {
      const [one, other] = [ranks[n] as number, rankOf(place.at)];
      return one === other ? id(n) > place.id : one > other;
    },
    ranks,
  };
};

/** Where a customer comes among these few. */
const placeIn = (best: readonly number[], n: number, before: (a: number, b: number) => boolean): number => {
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(best[middle] as number, n)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The first few of these. One pass; nothing is sorted but these few. */
const firstOf = (hits: Uint32Array, order: Order, after: Place | null, limit: number): number[] => {
  const { before, behind, ranks } = comparing(order);
  const best: number[] = [];
  /** The rank of the last on a full page: whoever comes behind it is not on it. */
  let last = Number.POSITIVE_INFINITY;
  for (const n of hits) {
    if ((ranks[n] as number) > last) continue;
    if (after && !behind(n, after)) continue;
    if (best.length === limit && !before(n, best[limit - 1] as number)) continue;
    best.splice(placeIn(best, n, before), 0, n);
    if (best.length > limit) best.pop();
    if (best.length === limit) last = ranks[best[limit - 1] as number] as number;
  }
  return best;
};

/**
 * The first `limit` in the order of a page, last contact first, after a place. Of many hits only those are looked at who lie in the bins with which
 * the page begins.
 */
export const newest = (hits: RoaringBitmap32, order: Order, after: Place | null, limit: number): number[] => {
  if (hits.size <= order.bins.most) return firstOf(hits.toUint32Array(), order, after, limit);
  const page: number[] = [];
  for (const { most, members } of order.bins.all()) {
    if (after && most < rankOf(after.at)) continue;
    const here = RoaringBitmap32.and(members, hits);
    page.push(...firstOf(here.toUint32Array(), order, after, limit - page.length));
    here.dispose();
    if (page.length >= limit) break;
  }
  return page;
};
