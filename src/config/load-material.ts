import type { Piece } from '../domain/material.ts';
import { ProblemsError } from '../errors.ts';
import type { Readers } from '../material/bind-pieces.ts';
import { parseMaterial } from '../material/parse-material.ts';
import { readFolders } from './read-folders.ts';

/** All are looked through for each customer that somebody opens. */
const MOST = 2000;

/**
 * Reads the material of the folders. All or nothing: whatever is wrong with any file throws, so the caller keeps what it has.
 * @throws ProblemsError `material_broken`, with every problem of every file.
 */
export const loadMaterial = async (dirs: readonly string[], readers: Readers): Promise<Piece[]> => {
  const { files, problems } = await readFolders(dirs);
  const pieces: Piece[] = [];
  const known = new Map<string, string>();
  for (const { file, text } of files) {
    const read = parseMaterial({ file, text }, readers);
    problems.push(...read.problems);
    for (const { piece, line } of read.pieces) {
      const where = known.get(piece.id);
      known.set(piece.id, where ?? file);
      pieces.push(piece);
      if (where !== undefined)
        problems.push({ file, line, field: piece.id, message: `Choose another id: a piece of ${where} has this one.` });
    }
  }
  if (pieces.length > MOST)
    problems.push({ file: '', line: null, field: '', message: `Write less: there may be ${MOST} pieces of material.` });
  if (problems.length > 0) throw new ProblemsError('material_broken', problems);
  return pieces;
};
