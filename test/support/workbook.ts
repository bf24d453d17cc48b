import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet, as spreadsheet programs write them; `sheet` is what stands between the tags of its data. */
export const workbookParts = (sheet: string, more: Record<string, string> = {}): Record<string, string> => ({
  'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  ...more,
});

/** A zip archive of these files; a number stands for so many bytes of blanks. */
export const zip = (parts: Record<string, string | number>): Promise<Buffer> => {
  const archive = new ZipFile();
  const blanks = Buffer.alloc(1_000_000, ' ');
  for (const [name, content] of Object.entries(parts)) {
    if (typeof content === 'string') archive.addBuffer(Buffer.from(content), name);
    else archive.addReadStream(Readable.from(Array.from({ length: Math.ceil(content / blanks.length) }, () => blanks)), name);
  }
  archive.end();
  return buffer(archive.outputStream);
};

/** Rows of a sheet whose cells are XML already. */
export const sheetRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells, n) => `<row r="${n + 1}">${cells.join('')}</row>`).join('');

/** A cell with an inline text. */
export const textCell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
