import type { Piece } from '../domain/material.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { TagwiseError } from '../errors.ts';
import type { PersonNamed } from '../segments/fields.ts';
import { readSegment } from '../segments/read-segment.ts';
import type { BoundTree } from '../segments/tree.ts';
import { specificity } from './specificity.ts';

/** A piece with what its `when` means in a library. */
export interface BoundPiece {
  piece: Piece;
  bound: BoundTree;
  /** How much `when` asks for. */
  asks: number;
}

/** What the words of `when` are read by. */
export interface Readers {
  tags: TagTree;
  person: PersonNamed;
}

/** Gives each piece its meaning. One whose words the library has outgrown fits nobody, until its file is mended: `material check` names it. */
export const bindPieces = (pieces: readonly Piece[], { tags, person }: Readers): BoundPiece[] =>
  pieces.flatMap((piece) => {
    try {
      const { bound } = readSegment({ query: piece.when, tags, person });
      return [{ piece, bound, asks: specificity(bound) }];
    } catch (error) {
      if (error instanceof TagwiseError) return [];
      throw error;
    }
  });
