import { RoaringBitmap32 } from 'roaring-wasm';
import type { Bounds } from '../bounds.ts';
import type { Bin, Bins } from './bins.ts';
import { keepThose } from './keep-those.ts';

/** Numbers of ordinals and the bins in which these lie. */
export interface Numbers {
  bins: Bins;
  of: (n: number) => number;
}

/** Bounds as what asks whether a number lies above the lower one and below the upper one. */
const asked = ({ $eq, $gt, $gte = $eq, $lt, $lte = $eq }: Bounds) => ({
  above: (value: number) => ($gt === undefined || value > $gt) && ($gte === undefined || value >= $gte),
  below: (value: number) => ($lt === undefined || value < $lt) && ($lte === undefined || value <= $lte),
});

/** Bins by whether all their numbers lie within the bounds, some may, or none does. */
const sorted = (bins: readonly Bin[], { above, below }: ReturnType<typeof asked>) => {
  const whole: Bin[] = [];
  const ends: Bin[] = [];
  const outside: Bin[] = [];
  for (const bin of bins) {
    if (!above(bin.most) || !below(bin.least)) outside.push(bin);
    else if (above(bin.least) && below(bin.most)) whole.push(bin);
    else ends.push(bin);
  }
  return { whole, ends, outside };
};

const sizeOf = (bins: readonly Bin[]): number => bins.reduce((sum, { size }) => sum + size, 0);
const union = (bins: readonly Bin[]): RoaringBitmap32 => RoaringBitmap32.orMany(bins.map(({ members }) => members));

/**
 * Those whose number lies within the bounds; `only`, where not all are asked for, spares the rest where few are left. A bin that lies within them whole, or outside, is not
 * looked into: at most the two at the ends are. The caller disposes of what it gets.
 */
export const withinBounds = ({ bins, of }: Numbers, bounds: Bounds, only: RoaringBitmap32 | null): RoaringBitmap32 => {
  const { above, below } = asked(bounds);
  const parted = (members: RoaringBitmap32, inside: boolean) =>
    keepThose(members.toUint32Array(), (n) => {
      const value = of(n);
      return (above(value) && below(value)) === inside;
    });
  if (only && only.size <= bins.most) {
    const there = RoaringBitmap32.and(only, bins.everybody);
    const found = new RoaringBitmap32(parted(there, true));
    there.dispose();
    return found;
  }
  const { whole, ends, outside } = sorted(bins.all(), { above, below });
  // The fewer are added up: those within, or those outside, who are taken away from all.
  const inside = sizeOf(whole) <= sizeOf(outside);
  const some = union(inside ? whole : outside);
  for (const { members } of ends) some.addMany(parted(members, inside));
  if (inside) {
    if (only) some.andInPlace(only);
    return some;
  }
  const found = only ? RoaringBitmap32.and(bins.everybody, only) : bins.everybody.clone();
  found.andNotInPlace(some);
  some.dispose();
  return found;
};
