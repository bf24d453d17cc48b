/** Where a page goes on: the last customer of the one before. */
export interface Place {
  at: number | null;
  id: string;
}

/** What the order of a page asks: the last contact, NaN for none, and the id that decides between equals. */
interface Order {
  contacts: Float64Array;
  id: (n: number) => string;
}

const before = (order: Order, a: number, b: number): boolean => {
  const [one = Number.NaN, other = Number.NaN] = [order.contacts[a], order.contacts[b]];
  // NaN, no contact at all, comes last.
  if (one !== other && !(Number.isNaN(one) && Number.isNaN(other))) return Number.isNaN(other) || one > other;
  return order.id(a) < order.id(b);
};

const isBehind = (order: Order, n: number, { at, id }: Place): boolean => {
  const contact = order.contacts[n] ?? Number.NaN;
  if (Number.isNaN(contact)) return at !== null || order.id(n) > id;
  return at !== null && (contact < at || (contact === at && order.id(n) > id));
};

/** Where a customer comes among these few. */
const placeIn = (best: readonly number[], n: number, order: Order): number => {
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(order, best[middle] as number, n)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The first `limit` of the ordinals in the order of a page, last contact first, after a place. One pass; nothing is sorted but these few. */
export const newest = (hits: Uint32Array, order: Order, after: Place | null, limit: number): number[] => {
  const best: number[] = [];
  /** The contact of the last on a full page, NaN while there is none: whoever wrote earlier is not on it. */
  let earliest = Number.NaN;
  for (let i = 0; i < hits.length; i += 1) {
    const n = hits[i] as number;
    if ((order.contacts[n] as number) < earliest) continue;
    const last = best[limit - 1];
    if (last !== undefined && !before(order, n, last)) continue;
    if (after && !isBehind(order, n, after)) continue;
    best.splice(placeIn(best, n, order), 0, n);
    if (best.length > limit) best.pop();
    if (best.length === limit) earliest = order.contacts[best[limit - 1] as number] as number;
  }
  return best;
};
