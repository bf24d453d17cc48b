import type { z } from 'zod';
import { fieldName } from '../domain/field-name.ts';
import { issueMessage } from '../domain/issue-message.ts';
import type { Piece } from '../domain/material.ts';
import { nearWord } from '../domain/near-word.ts';
import { readYaml } from '../domain/read-yaml.ts';
import type { Problem } from '../errors.ts';
import type { Readers } from './bind-pieces.ts';
import { pieceFields, pieceSchema } from './piece-schema.ts';
import { whenFault } from './when-fault.ts';

type Path = readonly PropertyKey[];

const unknownField = (key: string): string => {
  const near = nearWord(key, pieceFields);
  return near === null ? `Take it out. The fields here are: ${pieceFields.join(', ')}.` : `Did you mean ${near}?`;
};

const faultsOf = (issue: z.core.$ZodIssue): { path: Path; message: string }[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key], message: unknownField(key) }))
    : [{ path: issue.path, message: issueMessage(issue) }];

/** A piece with the line on which it begins. */
export interface PlacedPiece {
  piece: Piece;
  line: number | null;
}

const readPiece = (raw: unknown, readers: Readers): Piece | { path: Path; message: string }[] => {
  const parsed = pieceSchema.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.flatMap(faultsOf);
  const fault = whenFault(parsed.data.when, readers);
  return fault === null ? parsed.data : [{ path: ['when'], message: fault }];
};

/** Reads the text of one file: a list of pieces. Gives them with their lines, or everything that is wrong with them. */
export const parseMaterial = (
  { file, text }: { file: string; text: string },
  readers: Readers,
): { pieces: PlacedPiece[]; problems: Problem[] } => {
  const read = readYaml({ text, file });
  if (Array.isArray(read)) return { pieces: [], problems: read };
  const { value, lineOf } = read;
  if (!Array.isArray(value) || value.length === 0)
    return { pieces: [], problems: [{ file, line: 1, field: '', message: 'Write a list of pieces, each with - id: first.' }] };
  const pieces: PlacedPiece[] = [];
  const problems: Problem[] = [];
  for (const [place, raw] of value.entries()) {
    const found = readPiece(raw, readers);
    if (!Array.isArray(found)) pieces.push({ piece: found, line: lineOf([place]) });
    else
      problems.push(
        ...found.map(({ path, message }) => {
          const whole = [place, ...path];
          return { file, line: lineOf(whole), field: fieldName(whole), message };
        }),
      );
  }
  return { pieces, problems };
};
