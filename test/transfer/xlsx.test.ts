import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openTable } from '../../src/transfer/open-table.ts';
import type { Row } from '../../src/transfer/table.ts';
import { openArchive } from '../../src/transfer/xlsx/open-archive.ts';
import { writeXlsx } from '../../src/transfer/xlsx/write-xlsx.ts';
import { sheetRows, textCell, workbookParts, zip } from '../support/workbook.ts';

const file = (content: Buffer): string => {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-xlsx-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, '表.xlsx');
  writeFileSync(path, content);
  return path;
};

const read = async (content: Buffer): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of (await openTable(file(content), '表.xlsx')).rows()) rows.push(row);
  return rows;
};

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** Text that XML can hold. */
const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...' <>&"\'=+a王😀\n\t', '_x000D_', '_x005F_') }), fc.string());
const printed = cell.map((text) => text.replace(/[^\t\n\x20-\uFFFD]|\r/g, ''));

test('what is written as a workbook is read back the same, and is text whatever it looks like', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(printed, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (rows) => {
        const content = await buffer(writeXlsx(each(rows)));
        const said = rows.flatMap((cells, n) => (cells.some((text) => text.trim() !== '') ? [{ number: n + 1, cells }] : []));
        expect((await read(content)).map(({ number, cells }) => ({ number, cells }))).toEqual(said);
      },
    ),
    { numRuns: 100 },
  );
});

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
  <numFmt numFmtId="171" formatCode="[Red]0.00&quot;days&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;
const STRINGS =
  '<sst><si><t>王芳</t><rPh><t>wangfang</t></rPh></si><si><r><t>富</t></r><r><t xml:space="preserve">文本 </t></r></si></sst>';

test('numbers, dates, shared texts, truth and gaps are read as they are shown', async () => {
  const sheet = sheetRows([
    ['<c r="A1" t="s"><v>0</v></c>', '<c r="C1" t="s"><v>1</v></c>'],
    ['<c r="A2"><v>13800138000</v></c>', '<c r="B2"><v>0.30000000000000004</v></c>', '<c r="C2" t="b"><v>1</v></c>'],
    ['<c s="1"><v>46082</v></c>', '<c s="2"><v>46082.375</v></c>', '<c s="3"><v>46082</v></c>', '<c s="4"><v>46082</v></c>'],
    ['<c t="str"><v>typed</v></c>', '<c t="d"><v>2026-03-01</v></c>'],
  ]);
  const rows = await read(await zip(workbookParts(sheet, { 'xl/styles.xml': STYLES, 'xl/sharedStrings.xml': STRINGS })));
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['王芳', '', '富文本 '],
    ['13800138000', '0.3', 'TRUE'],
    ['2026-03-01', '2026-03-01 09:00:00', '2026-03-01', '46082'],
    ['typed', '2026-03-01'],
  ]);
});

test('of a formula the saved result counts and nothing is computed; without a result, an error or too long a number the cell is odd', async () => {
  const sheet = sheetRows([
    ['<c r="A1"><f>1+1</f><v>2</v></c>', '<c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'],
    [
      '<c r="A2"><f>WEBSERVICE("http://x")</f></c>',
      '<c r="B2" t="e"><v>#N/A</v></c>',
      '<c r="C2"><v>6222020000000000000</v></c>',
    ],
  ]);
  const rows = await read(await zip(workbookParts(sheet)));
  expect(rows[0]).toMatchObject({ cells: ['2', 'ab'], odd: [] });
  expect(rows[1]?.odd).toEqual([
    { column: 0, kind: 'formula' },
    { column: 1, kind: 'error' },
    { column: 2, kind: 'rounded' },
  ]);
});

test('days are counted from 1904 where the workbook says so, hidden sheets are passed over, and prefixes mean nothing', async () => {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="${relations}"><x:workbookPr date1904="1"/><x:sheets>
      <x:sheet name="旧" state="hidden" r:id="a"/><x:sheet name="新" r:id="b"/><x:sheet name="别的" r:id="a"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="/xl/old.xml"/><Relationship Id="b" Target="new.xml"/></Relationships>',
    'xl/styles.xml': STYLES,
    'xl/new.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${'<x:row r="7"><x:c s="1"><x:v>44620</x:v></x:c></x:row>'}</x:sheetData></x:worksheet>`,
  };
  const path = file(await zip(parts));
  const table = await openTable(path, 'x');
  expect(table).toMatchObject({ sheet: '新', otherSheets: ['别的'] });
  expect(await read(await zip(parts))).toMatchObject([{ number: 7, cells: ['2026-03-01'] }]);
});

test('entities of its own are never expanded', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const parts = workbookParts('');
  const sheet = `${bomb}<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
  await expect(read(await zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).rejects.toMatchObject({
    code: 'import_broken_workbook',
  });
  expect(await read(await zip(workbookParts(sheetRows([[textCell('a &amp; b')]]))))).toMatchObject([{ cells: ['a & b'] }]);
});

test('a formula that gave an empty text is empty, signs that XML cannot hold are read, and no row is lost for its number', async () => {
  const given = [
    `<row r="1">${['甲', '乙'].map(textCell).join('')}</row>`,
    `<row r="abc"><c t="str"><f>IF(1,"")</f><v></v></c>${textCell('a_x000D_b _x005F_x000D_ _x12_')}</row>`,
    `<row r="-5"><c r="1A"><v>5</v></c><c r="B"><f>A1</f><v/></c></row>`,
  ];
  expect(await read(await zip(workbookParts(given.join(''))))).toEqual([
    { number: 1, cells: ['甲', '乙'], odd: [] },
    { number: 2, cells: ['', 'a\rb _x000D_ _x12_'], odd: [] },
    { number: 3, cells: ['5', ''], odd: [{ column: 1, kind: 'formula' }] },
  ]);
});

test('every row and cell of a workbook of ours says where it stands: not every program counts them itself', async () => {
  const wide = Array.from({ length: 28 }, (_, n) => (n === 1 ? '' : `c${n}`));
  const path = file(await buffer(writeXlsx(each([['客户编号'], wide]))));
  const archive = await openArchive(path, '表.xlsx');
  onTestFinished(() => archive.close());
  const sheet = await text(await archive.open('xl/worksheets/sheet1.xml'));
  expect([...sheet.matchAll(/<row r="(\d+)">/g)].map(([, r]) => r)).toEqual(['1', '2']);
  const places = [...sheet.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, r]) => r);
  expect(places.slice(0, 4)).toEqual(['A1', 'A2', 'B2', 'C2']);
  expect(places.slice(-3)).toEqual(['Z2', 'AA2', 'AB2']);
});

test('a cell far out that has a colour and nothing in it costs nobody their table', async () => {
  const rows = sheetRows([
    [textCell('客户编号'), textCell('姓名'), '<c r="XFD1" s="1"/>'],
    [textCell('c1'), textCell('王芳'), '<c r="ZZ2" s="1"></c>'],
  ]);
  expect((await read(await zip(workbookParts(rows)))).map(({ cells }) => cells)).toEqual([
    ['客户编号', '姓名'],
    ['c1', '王芳'],
  ]);
});

test('what stands in a cell over several rows is noted for each of them; a title over several columns is not', async () => {
  const cells = (...texts: string[]) =>
    texts.flatMap((text, n) => (text === '' ? [] : [`<c r="${'ABC'[n]}" t="inlineStr"><is><t>${text}</t></is></c>`]));
  const sheet = sheetRows([
    cells('客户名单'),
    cells('姓名', '手机', '负责人'),
    cells('王芳', '13800000001', 'Li'),
    cells('陈静', '13800000002'),
    cells('', '', ''),
    cells('李雷', '13800000003', ''),
    cells('赵敏', '13800000004'),
  ]);
  const merged =
    '<mergeCells><mergeCell ref="A1:C1"/><x:mergeCell ref="C3:C6"/><mergeCell ref="B6:B3"/><mergeCell ref="ZZZ1:ZZZ9"/></mergeCells>';
  const content = await zip({
    ...workbookParts(''),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns:x="x"><sheetData>${sheet}</sheetData>${merged}</worksheet>`,
  });
  const above = (await read(content)).map((row) => [
    row.number,
    row.above?.map(({ column, text, from }) => [column, text, from]),
  ]);
  expect(above).toEqual([
    ...[1, 2, 3].map((number) => [number, undefined]),
    ...[4, 6].map((number) => [number, [[2, 'Li', 3]]]),
    [7, undefined],
  ]);
});
