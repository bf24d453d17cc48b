import type { Piece } from '../domain/material.ts';
import { evaluateSegment, type Subject } from '../segments/evaluate.ts';
import type { Moment } from '../segments/moment.ts';
import type { BoundPiece } from './bind-pieces.ts';

/**
 * The pieces whose `when` holds for a customer: those that ask for more come first, then those in the language of whoever asks, then as the files have them.
 */
export const fittingPieces = (
  pieces: readonly BoundPiece[],
  { customer, moment, lang }: { customer: Subject; moment: Moment; lang: 'zh' | 'en' },
): Piece[] => {
  const isForeign = ({ piece }: BoundPiece) => Number(piece.lang !== undefined && piece.lang !== lang);
  return pieces
    .filter(({ bound }) => evaluateSegment({ bound, customer, moment }))
    .sort((a, b) => b.asks - a.asks || isForeign(a) - isForeign(b))
    .map(({ piece }) => piece);
};
