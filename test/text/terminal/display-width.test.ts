import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from '../../../src/text/printable.ts';
import { clip, clipStart, displayWidth, padEnd } from '../../../src/text/terminal/display-width.ts';

const anyText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('询', '价', 'é', 'e\u0301', '👌', '👩‍👩‍👧', 'ﾊ', 'Ａ', '한', ' '),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
  })
  .map(printable);

describe('the width of a text on a terminal', () => {
  test.each([
    ['Mei', 3],
    ['梅姐', 4],
    ['VIP客户', 7],
    ['ＶＩＰ', 6],
    ['ﾊﾝｶｸ', 4],
    ['한국', 4],
    ['e\u0301', 1],
    ['👌', 2],
    ['👩‍👩‍👧', 2],
    ['「」', 4],
    ['—…', 2],
    ['𠮷', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('a filled text has the width asked for, or its own where that is more', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(40),
        (text, width) => displayWidth(padEnd(text, width)) === Math.max(width, displayWidth(text)),
      ),
    );
  });

  test('a clipped text fits, begins as the text does, and is whole where it fits whole', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const short = clip(text, width);
        expect(displayWidth(short)).toBeLessThanOrEqual(width);
        if (displayWidth(text) <= width) expect(short).toBe(text);
        else expect(short.endsWith('…') && text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });

  test('clipped at its start it fits and ends as the text does', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const short = clipStart(text, width);
        expect(displayWidth(short)).toBeLessThanOrEqual(width);
        if (displayWidth(text) <= width) expect(short).toBe(text);
        else expect(short.startsWith('…') && text.endsWith(short.slice(1))).toBe(true);
      }),
    );
  });
});
