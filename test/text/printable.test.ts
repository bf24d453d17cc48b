import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from '../../src/text/printable.ts';

describe('text of strangers on a terminal', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', 'red', 'colours go'],
    ['a\u001b]0;title\u0007b', 'ab', 'window titles go'],
    ['a\u009b2Jb', 'ab', 'the one-byte escape goes'],
    ['VIP\u200b客户', 'VIP客户', 'what takes no room goes'],
    ['abc\u202edef\u2066', 'abcdef', 'direction is not turned'],
    ['one\r\ntwo\tthree\u2028four', 'one two three four', 'lines become one'],
    ['a\u0000b\u0008c\u007fd', 'abcd', 'controls go'],
    ['half \ud83d pair', 'half \ufffd pair', 'half a character is marked'],
    ['👩‍👩‍👧 梅姐 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم', '👩‍👩‍👧 梅姐 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم', 'emoji, flags and Persian stay'],
  ])('%j reads %j: %s', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('never holds a control, a direction or a line break', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(
        hostile,
        (text) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(printable(text)),
      ),
    );
  });

  test('is the same read twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => printable(printable(text)) === printable(text)),
    );
  });

  test('takes no longer than its length on text made to be slow', () => {
    const slow = ['\u001b[', '\u001b[1;', '\u001b]8;;', '\u009b0;', '\u001b(;'].map((unit) => unit.repeat(16_384 / unit.length));
    const began = performance.now();
    for (const text of slow) printable(text);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
