import { RoaringBitmap32 } from 'roaring-wasm';
import { keepThose } from './keep-those.ts';

/** How many a bin holds before it is parted in two. */
const MOST = 16_384;

/** Ordinals whose numbers lie side by side. */
export interface Bin {
  /** Nobody in it comes before this number, and with this number nobody before this tie. */
  least: number;
  tie: string;
  /** Nobody in it has a larger number. */
  most: number;
  members: RoaringBitmap32;
  size: number;
}

/** Ordinals by a number of each, in ascending bins: a range of numbers is the union of a few bitmaps, and whoever comes first is in the first ones. */
export interface Bins {
  add: (n: number, value: number) => void;
  /** `value`: the one with which it was added. */
  remove: (n: number, value: number) => void;
  /** In ascending order. */
  all: () => readonly Bin[];
  /** Whoever is in one of them. */
  everybody: RoaringBitmap32;
  /** So many or fewer are looked at one by one sooner than bin by bin. */
  most: number;
}

/** The least number above another one. */
const justAbove = (value: number): number =>
  value === Number.NEGATIVE_INFINITY ? -Number.MAX_VALUE : value + Math.max(Number.MIN_VALUE, Math.abs(value) * Number.EPSILON);

/**
 * What parts a bin into two as even as its numbers allow; null: all are the same. Where half of it are the same, the border lies right above these: at
 * the next number that there is, each one that comes in between would part them anew.
 */
const middleOf = (values: Float64Array): number | null => {
  const sorted = values.toSorted();
  const [lowest, middle, highest] = [sorted[0] as number, sorted[sorted.length >> 1] as number, sorted.at(-1) as number];
  if (lowest < middle) return middle;
  return middle < highest ? justAbove(middle) : null;
};

/** Numbers of ordinals, as they are now; `tie` decides between equal ones, where their order matters. */
export const createBins = (numberOf: (n: number) => number, tieOf: ((n: number) => string) | null = null, most = MOST): Bins => {
  const bins: Bin[] = [
    { least: Number.NEGATIVE_INFINITY, tie: '', most: Number.NEGATIVE_INFINITY, members: new RoaringBitmap32(), size: 0 },
  ];

  /** Where the bin of a number stands: the last that begins at or before it. */
  const placeOf = (value: number, tie: string): number => {
    let [low, high] = [0, bins.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const bin = bins[middle] as Bin;
      if (bin.least < value || (bin.least === value && bin.tie <= tie)) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** Where the upper part of a bin begins; null: it cannot be parted. */
  const borderIn = (members: Uint32Array): { least: number; tie: string } | null => {
    const middle = middleOf(Float64Array.from(members, numberOf));
    if (middle !== null) return { least: middle, tie: '' };
    const [first = 0] = members;
    return tieOf && { least: numberOf(first), tie: Array.from(members, tieOf).sort()[members.length >> 1] ?? '' };
  };

  const part = (place: number) => {
    const bin = bins[place] as Bin;
    // All the same, and nothing decides between them.
    if (!tieOf && bin.least === bin.most) return;
    const members = bin.members.toUint32Array();
    const border = borderIn(members);
    if (!border) {
      bin.least = numberOf(members[0] as number);
      bin.most = bin.least;
      return;
    }
    const isAbove = (n: number): boolean => {
      const value = numberOf(n);
      return value > border.least || (value === border.least && (tieOf === null || tieOf(n) >= border.tie));
    };
    const upper = keepThose(members.slice(), isAbove);
    const lower = keepThose(members, (n) => !isAbove(n));
    let greatest = Number.NEGATIVE_INFINITY;
    for (const n of lower) greatest = Math.max(greatest, numberOf(n));
    bin.members.dispose();
    bins.splice(
      place,
      1,
      { ...bin, most: greatest, members: new RoaringBitmap32(lower), size: lower.length },
      { ...border, most: bin.most, members: new RoaringBitmap32(upper), size: upper.length },
    );
  };

  /** Two that have become small are one again: those that were left behind in time would grow in number for ever. */
  const join = (place: number) => {
    const [before, bin] = [bins[place - 1] as Bin, bins[place] as Bin];
    if (before.size + bin.size > most >> 2) return;
    before.members.orInPlace(bin.members);
    before.size += bin.size;
    before.most = Math.max(before.most, bin.most);
    bin.members.dispose();
    bins.splice(place, 1);
  };

  const everybody = new RoaringBitmap32();

  return {
    add: (n, value) => {
      const place = placeOf(value, tieOf?.(n) ?? '');
      const bin = bins[place] as Bin;
      if (!bin.members.tryAdd(n)) return;
      everybody.add(n);
      bin.size += 1;
      bin.least = Math.min(bin.least, value);
      bin.most = Math.max(bin.most, value);
      if (bin.size > most) part(place);
    },
    remove: (n, value) => {
      const place = placeOf(value, tieOf?.(n) ?? '');
      const bin = bins[place] as Bin;
      if (!bin.members.remove(n)) return;
      everybody.remove(n);
      bin.size -= 1;
      if (place > 0) join(place);
    },
    all: () => bins,
    everybody,
    most,
  };
};
