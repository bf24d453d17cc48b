import { describe, expect, test } from 'vitest';
import { buildFoldData } from '../../keywords/dict/build-fold-table.ts';
import { fold } from '../../src/match/fold.ts';
import { FOLD_PAIRS, FOLD_UNICODE } from '../../src/match/fold-table.ts';

describe('the fold table', () => {
  const data = buildFoldData();

  test('is what its script computes', () => {
    const fresh = new Map([...data.from].map((char, i) => [char, data.to[i]]));
    const shipped = new Map(
      Array.from({ length: FOLD_PAIRS.length / 2 }, (_, i) => [FOLD_PAIRS[i * 2] ?? '', FOLD_PAIRS[i * 2 + 1]]),
    );
    // A newer or older Unicode knows other characters, but never folds the same one otherwise.
    if (data.unicode === FOLD_UNICODE) expect(shipped).toEqual(fresh);
    for (const [char, to] of fresh) if (shipped.has(char)) expect(shipped.get(char)).toBe(to);
    expect(shipped.size).toBeGreaterThan(5000);
  });

  test('marks as slow what its script marks', () => {
    const slow = new Uint8Array(0x10000);
    for (const [first, last] of data.slow) slow.fill(1, first, last + 1);
    if (data.unicode === FOLD_UNICODE) expect(Buffer.from(slow).equals(Buffer.from(fold.slow))).toBe(true);
    for (const unit of [0x200b, 0x200f, 0x2060, 0xfeff, 0xad, 0xfe0f, 0x301, 0x2026]) expect(fold.slow[unit]).toBe(1);
  });

  test('folding twice is folding once', () => {
    for (let unit = 0; unit < 0x10000; unit++) expect(fold.units[fold.units[unit] ?? 0]).toBe(fold.units[unit]);
  });
});
