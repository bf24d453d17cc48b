import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webchatLimits } from '../../../adapters/webchat/limits.ts';
import { readName, readText } from '../../../adapters/webchat/read-said.ts';

test('words keep their letters and lines, and lose what nobody reads', () => {
  expect(readText(' 这个\r\n多少钱？\u0000\u001b[31m👨‍👩‍👧 \ud800')).toBe('这个\n多少钱？[31m👨‍👩‍👧 \ufffd');
  expect(readText('字'.repeat(webchatLimits.text))).toHaveLength(webchatLimits.text);
  // Characters are counted as people see them written, not as they are stored.
  expect(readText('😀'.repeat(webchatLimits.text))).toHaveLength(2 * webchatLimits.text);
  expect(() => readText('😀'.repeat(webchatLimits.text + 1))).toThrow('chat_too_long');
  expect(() => readText('\u0000 \n')).toThrow('chat_empty');
});

test('a name is one short line that turns no direction; none is none', () => {
  expect([undefined, '', ' \n ', '\u202e\u2066'].map(readName)).toEqual([null, null, null, null]);
  expect(readName(' Mei\n\u202eLi ')).toBe('Mei Li');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const name = readName(text);
      if (name === null) return;
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      expect([...name].length).toBeLessThanOrEqual(webchatLimits.name);
      expect(readName(name)).toBe(name);
    }),
  );
});
