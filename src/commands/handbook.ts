import { writeFile } from 'node:fs/promises';
import { handbookAnswer } from '../answers/handbook-answer.ts';
import type { Reply } from '../domain/reply.ts';
import { UserError } from '../errors.ts';
import { handbookPage } from '../text/handbook-page.ts';
import type { Context } from './command.ts';
import { refuseFiles } from './refuse-files.ts';

const USUAL = 'handbook.html';

/** Writes the handbook as a page to read and print; `-` is the screen. @throws UserError `cannot_write` */
export const writeHandbook = async (context: Context, file = USUAL): Promise<Reply> => {
  refuseFiles(context);
  const { app, lang } = context;
  const handbook = handbookAnswer(app, lang);
  const text = handbookPage(handbook, lang);
  if (file !== '-')
    await writeFile(file, text).catch(() => {
      throw new UserError('cannot_write', { file });
    });
  const tags = handbook.entries.filter(({ kind }) => kind === 'tag').length;
  return { kind: 'handbook', doc: { file, version: handbook.version, tags, text } };
};
