import type { Readable } from 'node:stream';
import { UserError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import { BrokenXml, readAllXml } from './read-xml.ts';

/** The texts that cells of a workbook share, by their index. Readings beside Chinese characters are none of the text. */
export const readStrings = async (stream: Readable): Promise<string[]> => {
  const strings: string[] = [];
  let text = '';
  let within = false;
  let phonetic = false;
  await readAllXml(stream, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      within = name === 't' && !phonetic;
    },
    text: (piece) => {
      if (within) text += piece;
      if (text.length > LIMITS.cell) throw new UserError('import_cell_too_long', { row: '?', most: LIMITS.cell });
    },
    close: (name) => {
      within = false;
      if (name === 'rPh') phonetic = false;
      if (name !== 'si') return;
      if (strings.length >= LIMITS.shared) throw new BrokenXml('too many shared texts');
      strings.push(text);
    },
  });
  return strings;
};
