import { createWriteStream, existsSync } from 'node:fs';
import { link, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../errors.ts';
import { errnoOf } from '../../home/errno.ts';

export interface TableFile {
  path: string;
  /** What people call it. */
  file: string;
  /** Whether it takes the place of one that is there. */
  overwrite: boolean;
}

/**
 * What somebody has there may be all that is left of their work, so it is not replaced unasked. Nor is a number put behind the name: a
 * program that reads the name it gave would go on with the old customers, and copies of customers' data would pile up.
 */
export const refuseThere = ({ path, file, overwrite }: TableFile): void => {
  if (!overwrite && existsSync(path)) throw new UserError('export_file_there', { file });
};

/** Links fail where something is there, renaming does not; some file systems have no links. */
const place = async (draft: string, to: TableFile): Promise<void> => {
  if (to.overwrite) return rename(draft, to.path);
  try {
    await link(draft, to.path);
  } catch (error) {
    refuseThere(to);
    if (errnoOf(error) === undefined) throw error;
    return rename(draft, to.path);
  }
  await rm(draft);
};

/** Writes to a draft beside the file, which takes its place when all is there. @throws UserError */
export const writeTable = async (content: Readable, to: TableFile): Promise<void> => {
  const draft = `${to.path}.part`;
  try {
    await pipeline(content, createWriteStream(draft));
    await place(draft, to);
  } catch (error) {
    await rm(draft, { force: true });
    throw errnoOf(error) === undefined ? error : new UserError('cannot_write', { file: to.file });
  }
};
