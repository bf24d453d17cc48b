import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../src/intents/parts.ts';

const parts = (text: string) => partsOf(text).map(({ from, to }) => text.slice(from, to).trim());

test.each([
  ['太贵了而且发货慢', ['太贵了', '发货慢']],
  ['多少钱？能开发票吗', ['多少钱', '能开发票吗']],
  ['too expensive and it never arrived', ['too expensive', 'it never arrived']],
  ['想约个演示，另外报价发一下', ['想约个演示', '报价发一下']],
])('%s has parts', (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test.each(['多少钱', '多少钱？', '嗯，好', 'ok. yes', '3.5 kg', 'sandy beaches'])('%s is of one piece', (text) => {
  expect(partsOf(text)).toEqual([]);
});

test('parts lie in the text one behind the other, whatever it is, and there are never many', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      let before = 0;
      const found = partsOf(text);
      for (const { from, to } of found) {
        expect(from).toBeGreaterThanOrEqual(before);
        expect(to).toBeGreaterThan(from);
        before = to;
      }
      expect(before).toBeLessThanOrEqual(text.length);
      expect(found.length).toBeLessThanOrEqual(8);
    }),
  );
});
