import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByPlace } from '../../src/match/sort-by-place.ts';

test('a row is put in order as any other way of sorting puts it, equals as they stood', () => {
  const place = fc.record({ from: fc.nat(9), to: fc.nat(9), name: fc.nat() });
  fc.assert(
    fc.property(fc.array(place), (row) => {
      const expected = row.toSorted((a, b) => a.from - b.from || b.to - a.to);
      expect(sortByPlace(row)).toEqual(expected);
    }),
  );
});
