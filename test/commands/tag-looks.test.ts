import { expect, it, test } from 'vitest';
import { readColour, readTtl } from '../../src/commands/tag-looks.ts';

test('colours go by name or by their six digits, times to live by number and unit', () => {
  expect(['红', '蓝色', 'Grey', '1677FF', '#1677ff'].map(readColour)).toEqual([
    '#cf1322',
    '#1677ff',
    '#8c8c8c',
    '#1677ff',
    '#1677ff',
  ]);
  expect(['30', '30d', '2周', '３个月', '1y', '无'].map(readTtl)).toEqual([30, 30, 14, 90, 365, null]);
});

it.each(['constructor', '__proto__', 'valueOf'])('%s is no colour and no unit', (word) => {
  expect(() => readColour(word)).toThrow(expect.objectContaining({ code: 'bad_colour' }));
  expect(() => readTtl(`3${word}`)).toThrow(expect.objectContaining({ code: 'bad_ttl' }));
});
