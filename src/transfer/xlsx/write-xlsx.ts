import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook beside its one sheet; whatever else programs write there is not needed to open it. */
const PARTS: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Tagwise" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML has no place for control characters and halves of pairs; what looks like one that a workbook has written out is none. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]|\p{Cs}/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? '');

/** The letters of a column, from 0: A, Z, AA. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Every cell is text: nothing is computed, and no number loses its zeros. The standard would let a cell go without its place; many programs would not. */
const cell = (text: string, column: number, row: number): string => {
  const place = `r="${letters(column)}${row}"`;
  return text === '' ? `<c ${place}/>` : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
};

/** The heading stays in view. */
const OPENING = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`;

async function* sheet(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield OPENING;
  let row = 0;
  for await (const cells of rows) {
    row += 1;
    yield `<row r="${row}">${cells.map((text, column) => cell(text, column, row)).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/** Writes rows as an XLSX workbook of one sheet, as they come. */
export const writeXlsx = (rows: AsyncIterable<readonly string[]>): Readable => {
  const zip = new ZipFile();
  const lines = Readable.from(sheet(rows));
  for (const [name, content] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(HEAD + content), name);
  zip.addReadStream(lines, 'xl/worksheets/sheet1.xml');
  // A reader of the workbook must hear of rows that could not be had.
  lines.on('error', (error) => zip.outputStream.destroy(error));
  zip.end();
  return zip.outputStream;
};
