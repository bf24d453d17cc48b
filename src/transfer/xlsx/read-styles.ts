import type { Readable } from 'node:stream';
import { LIMITS } from '../limits.ts';
import { BrokenXml, readAllXml } from './read-xml.ts';

/** Built-in number formats that show a date (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are those of East Asia). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format of the workbook's own shows a date: quoted words, colours and locales aside. */
const isDateFormat = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));

/** Which cell styles show a number as a date, by their index. */
export const readDateStyles = async (stream: Readable): Promise<boolean[]> => {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readAllXml(stream, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      if (styles.length + own.size > LIMITS.shared) throw new BrokenXml('too many styles');
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(own.get(id) ?? isBuiltInDate(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
};
