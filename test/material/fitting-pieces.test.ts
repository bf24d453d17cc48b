// Which material fits a customer: exactly that whose `when` is a segment that they are in, what asks for more first.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Piece } from '../../src/domain/material.ts';
import { bindPieces } from '../../src/material/bind-pieces.ts';
import { fittingPieces } from '../../src/material/fitting-pieces.ts';
import { evaluateSegment } from '../../src/segments/evaluate.ts';
import { understood } from '../../src/segments/understood.ts';
import { anyBound, anySubject, moment, NOW, tags } from '../support/any-query.ts';

const person = () => undefined;
const piece = (id: string, when: string, more: Partial<Piece> = {}): Piece => ({
  ...{ id, title: id, kind: 'reply', text: id, when },
  ...more,
});

const carrying = (...names: string[]) => ({
  tags: Object.fromEntries(
    names.map((name) => {
      const found = tags.resolve(name);
      if (found.kind !== 'one') throw new Error(name);
      return [found.id, { since: NOW }];
    }),
  ),
  suggested: [],
  facts: {
    ...{ spend: 0, totalSpend: 0, averageOrder: 0, orders: 0, interactions: 0, referrals: 0, complaints: 0 },
    ...{ silentSince: NOW, contactAt: NOW, lastPurchaseAt: null, createdAt: NOW, birthYear: null, profile: [] },
  },
});

const shown = (pieces: Piece[], customer: Parameters<typeof fittingPieces>[1]['customer'], lang: 'zh' | 'en' = 'zh') =>
  fittingPieces(bindPieces(pieces, { tags, person }), { customer, moment, lang }).map(({ id }) => id);

test('a piece is shown exactly when the customer is in the segment of its when', () => {
  fc.assert(
    fc.property(fc.array(anyBound, { minLength: 1, maxLength: 5 }), anySubject, (bounds, customer) => {
      const pieces = bounds.map((bound, place) => piece(`p${place}`, understood({ bound, tags, lang: 'zh' })));
      const expected = pieces.filter((_, place) => {
        const bound = bounds[place];
        return bound !== undefined && evaluateSegment({ bound, customer, moment });
      });
      expect(shown(pieces, customer).sort()).toEqual(expected.map(({ id }) => id));
    }),
  );
});

test('what asks for more comes first, a tag before its group, and then as the files have it', () => {
  const pieces = [
    piece('not', '-VIP'),
    piece('group', '行业'),
    piece('tag', '行业:教育'),
    piece('other', '询价'),
    piece('both', '行业:教育 询价'),
    piece('either', '行业:教育 或 (询价 VIP)'),
    piece('three', '行业:教育 询价 -VIP'),
  ];
  expect(shown(pieces, carrying('行业:教育', '询价'))).toEqual(['three', 'both', 'tag', 'other', 'either', 'group', 'not']);
  expect(shown(pieces, carrying('VIP'))).toEqual([]);
});

test('of two that ask for the same, the one in the language of whoever asks comes first', () => {
  const pieces = [piece('zh', '询价', { lang: 'zh' }), piece('en', '询价', { lang: 'en' }), piece('any', '询价')];
  expect(shown(pieces, carrying('询价'), 'en')).toEqual(['en', 'any', 'zh']);
  expect(shown(pieces, carrying('询价'), 'zh')).toEqual(['zh', 'any', 'en']);
});

test('what the library has outgrown fits nobody, and the rest stays', () => {
  expect(shown([piece('gone', '-没有这个标签'), piece('there', '询价')], carrying('询价'))).toEqual(['there']);
});
