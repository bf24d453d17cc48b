import { expect, test } from 'vitest';
import { UsageError, UserError } from '../../src/errors.ts';
import { parseSegment } from '../../src/segments/parse.ts';
import { placeInCharacters } from '../../src/segments/place-in-characters.ts';

const mistake = (query: string): unknown => {
  try {
    return parseSegment(query);
  } catch (error) {
    return placeInCharacters(error, query);
  }
};

test('a mistake behind an emoji stands where people count it', () => {
  expect(mistake('😀 (VIP')).toMatchObject({ code: 'segment_open_bracket', exit: 2, params: { at: 2 } });
  expect(mistake('𠮷𠮷 VIP)')).toMatchObject({ code: 'segment_close_bracket', params: { at: 6 } });
  expect(mistake('(VIP')).toMatchObject({ code: 'segment_open_bracket', params: { at: 0 } });
});

test('what is repeated of a query is cut between characters, never within one', () => {
  expect(mistake('消费>😀😀😀😀😀😀😀😀😀😀😀😀😀')).toMatchObject({ params: { at: 2, word: '>😀😀😀😀😀😀😀😀😀😀😀' } });
});

test('kind, length and the rest of an error stay', () => {
  const found = placeInCharacters(new UserError('segment_unknown_term', { at: 3, length: 4, word: '😀😀' }), '😀 😀😀');
  expect(found).toBeInstanceOf(UserError);
  expect(found).toMatchObject({ params: { at: 2, length: 2, word: '😀😀' } });
  const plain = new UsageError('segment_empty');
  expect(placeInCharacters(plain, '')).toBe(plain);
});
