import fc from 'fast-check';
import { roaringLibraryInitialize } from 'roaring-wasm';
import { expect, test } from 'vitest';
import { createOrderedColumn, type OrderedColumn } from '../../src/segments/bitmaps/ordered-column.ts';

const FEW = 4;
const anyNumber = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY), fc.double());
const anySteps = fc.array(fc.tuple(fc.nat(60), anyNumber), { maxLength: 300 });
const name = (n: number): string => `c${n}`;

/** What holds whatever was put, and how many bins there are. */
const check = ({ values, bins }: OrderedColumn, tie: ((n: number) => string) | null): number => {
  const numbers = values();
  const there = [...numbers.keys()].filter((n) => !Number.isNaN(numbers[n]));
  const all = bins.all();
  const inBins = all.flatMap(({ members }) => members.toArray());
  expect(inBins.toSorted((a, b) => a - b)).toEqual(there);
  for (const { least, most, members, size } of all) {
    expect(size).toBe(members.size);
    for (const n of members) expect(numbers[n]).toSatisfy((value: number) => value >= least && value <= most);
  }
  // Nobody in a bin comes before anybody in the one before it.
  const before = (a: number, b: number) =>
    (numbers[a] as number) < (numbers[b] as number) || (numbers[a] === numbers[b] && tie !== null && tie(a) < tie(b));
  all.slice(1).forEach(({ members }, i) => {
    for (const n of members) for (const other of all[i]?.members ?? []) expect(before(n, other)).toBe(false);
  });
  return all.length;
};

test.each([
  ['with names that decide between equals', name],
  ['where equals stay together', null],
])('bins hold whoever has a number, in order, %s', async (_what, tie) => {
  await roaringLibraryInitialize();
  fc.assert(
    fc.property(anySteps, (steps) => {
      const column = createOrderedColumn(tie, FEW);
      for (const [n, value] of steps) column.set(n, value);
      check(column, tie);
    }),
  );
});

test('bins that empty as time goes on do not stay behind', async () => {
  await roaringLibraryInitialize();
  const column = createOrderedColumn(name, 16);
  for (let at = 0; at < 4_000; at += 1) column.set((at * 37) % 64, at);
  expect(check(column, name)).toBeLessThan(40);
  for (let n = 0; n < 64; n += 1) column.set(n, Number.NaN);
  expect(check(column, name)).toBeLessThanOrEqual(2);
});

test('equals are parted by their names alone', async () => {
  await roaringLibraryInitialize();
  const named = createOrderedColumn(name, FEW);
  const plain = createOrderedColumn(null, FEW);
  for (let n = 0; n < 64; n += 1) for (const column of [named, plain]) column.set(n, 7);
  expect(check(named, name)).toBeGreaterThan(8);
  expect(check(plain, null)).toBe(1);
});

test('numbers that come down towards many equal ones do not part these again and again', async () => {
  await roaringLibraryInitialize();
  for (const tie of [name, null]) {
    const column = createOrderedColumn(tie, FEW);
    for (let n = 0; n < 20; n += 1) column.set(n, 0);
    for (let n = 20; n < 220; n += 1) column.set(n, 220 - n);
    expect(check(column, tie)).toBeLessThan(100);
  }
});
