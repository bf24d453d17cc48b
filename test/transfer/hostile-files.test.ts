import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCaller } from '../support/call-verb.ts';
import { sheetRows, textCell, workbookParts, zip } from '../support/workbook.ts';

const heading = (cells: readonly string[]) => sheetRows([cells.map(textCell)]);
const COMPOUND = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);

/** Says of the first entry that it unpacks to ten bytes. */
const lying = (archive: Buffer): Buffer => {
  const at = archive.lastIndexOf('PK\x01\x02');
  const forged = Buffer.from(archive);
  forged.writeUInt32LE(10, at + 24);
  return forged;
};

const encrypted = (archive: Buffer): Buffer => {
  const forged = Buffer.from(archive);
  for (let at = forged.indexOf('PK\x01\x02'); at >= 0; at = forged.indexOf('PK\x01\x02', at + 4)) forged.writeUInt16LE(1, at + 8);
  return forged;
};

const manySheets = () => {
  const sheets = Array.from({ length: 150 }, (_, n) => `<sheet name="s${n}" sheetId="${n}" r:id="rId1"/>`).join('');
  return zip({ ...workbookParts(''), 'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${sheets}</sheets></workbook>` });
};

/** A file that somebody might send, and what the sentence about it says. */
const files: [string, () => Promise<Buffer> | Buffer, string, RegExp][] = [
  ['an empty file', () => Buffer.alloc(0), 'import_empty', /empty[\s\S]*headings/],
  ['blank lines', () => Buffer.from('\n \n,,\n'), 'import_empty', /empty/],
  ['a file without headings', () => Buffer.from('王芳,13800138000\n李雷,13900139000\n'), 'import_no_heading', /name, phone/],
  ['headings alone', () => Buffer.from('姓名,手机\n'), 'import_no_rows', /no rows/],
  ['a table of nobody', () => Buffer.from('行业,地区\n制造,上海\n'), 'import_nobody', /which customer[\s\S]*--map/],
  ['orders without a date', () => Buffer.from('订单号,姓名,金额\nO1,王芳,5\n'), 'import_order_columns', /orderedAt/],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xfe, 0xff]), 'import_encoding', /UTF-8 or GB18030/],
  [
    'UTF-8 of which a byte was lost',
    () =>
      Buffer.concat([
        Buffer.from('姓名,手机,备注\n王芳,13800138000,老客户\n李雷,13900139000,'),
        Buffer.from('好').subarray(1),
        Buffer.from('说话\n'),
      ]),
    'import_damaged_text',
    /line 3 of [\s\S]*UTF-8[\s\S]*save it as/,
  ],
  ...[1, 2].map((lost): [string, () => Buffer, string, RegExp] => [
    `UTF-8 cut off ${lost} bytes before its end`,
    () => Buffer.from('姓名,电话\n张三,13800000000\n赵').subarray(0, -lost),
    'import_damaged_text',
    /line 3 of/,
  ]),
  ['an old or encrypted workbook', () => COMPOUND, 'import_old_workbook', /\.xls[\s\S]*save it as \.xlsx/],
  ['a web page called .xls', () => Buffer.from('\uFEFF<html><table><tr><td>姓名</td></tr></table>'), 'import_page', /web page/],
  ['a zip with a password', async () => encrypted(await zip(workbookParts(heading(['姓名'])))), 'import_encrypted', /password/],
  ['a zip of something else', () => zip({ 'a.txt': 'hello' }), 'import_no_workbook', /without a sheet/],
  [
    'half a workbook',
    async () => (await zip(workbookParts(heading(['姓名'])))).subarray(0, 200),
    'import_broken_workbook',
    /damaged/,
  ],
  ['a zip bomb', () => zip({ ...workbookParts(heading(['姓名'])), 'xl/media/x.bin': 210_000_000 }), 'import_bomb', /200 MB/],
  [
    'a bomb that lies about its size',
    async () => lying(await zip({ 'xl/workbook.xml': 5_000_000 })),
    'import_broken_workbook',
    /damaged/,
  ],
  [
    'a tag without end',
    () => zip(workbookParts(`<row><c a="${'x'.repeat(2_000_000)}"/></row>`)),
    'import_broken_workbook',
    /damaged/,
  ],
  ['a tower of tags', () => zip(workbookParts('<row>'.repeat(500_000))), 'import_broken_workbook', /damaged/],
  [
    'a tag of many attributes',
    () => zip(workbookParts(`<row ${Array.from({ length: 50_000 }, (_, n) => `a${n}=""`).join(' ')}/>`)),
    'import_broken_workbook',
    /damaged/,
  ],
  [
    'shared texts without number',
    () => zip({ ...workbookParts(heading(['姓名'])), 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(3_000_001)}</sst>` }),
    'import_broken_workbook',
    /damaged/,
  ],
  ['150 sheets', manySheets, 'import_too_many_sheets', /100 sheets/],
  ['300 columns', () => Buffer.from(`姓名${',x'.repeat(300)}\n`), 'import_too_many_columns', /200 columns/],
  ['a far away cell', () => zip(workbookParts('<row><c r="ZZZ1"><v>1</v></c></row>')), 'import_too_many_columns', /200 columns/],
  ['a cell of 2 MB', () => Buffer.from(`姓名\n"${'x'.repeat(2_000_000)}"\n`), 'import_cell_too_long', /row 2[\s\S]*quote/],
  ['a quote without end', () => Buffer.from('姓名,备注\n王芳,"好\n'), 'import_open_quote', /row 2/],
  ['too many rows', () => Buffer.from(`姓名\n${'王芳\n'.repeat(200_001)}`), 'import_too_many_rows', /200000 rows/],
];

test.each(files)('%s is refused with what to do, and nothing is imported', async (_name, content, code, words) => {
  const { dir, type } = createCaller();
  writeFileSync(join(dir, 'given'), await content());
  const said = await type('import given');
  expect(said.stderr).toMatch(words);
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(JSON.parse((await type('import given --preview --json')).stdout)).toMatchObject({ error: { code } });
  expect((await type('export state')).stdout).toBe('');
});

test('a cell of 100 MB and a larger file are refused before anything is read', async () => {
  const { dir, type } = createCaller();
  writeFileSync(join(dir, 'given'), Buffer.concat([Buffer.from('姓名\n"'), Buffer.alloc(100_000_001, 'x')]));
  expect(await type('import given')).toMatchObject({ code: 1, stderr: expect.stringMatching(/larger than 100 MB/) });
});

test('a text without end that cells share is refused', async () => {
  const { dir, type } = createCaller();
  const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(40_000)}</t></si></sst>` };
  writeFileSync(join(dir, 'given'), await zip(workbookParts(heading(['姓名']), shared)));
  expect(await type('import given')).toMatchObject({ code: 1, stderr: expect.stringMatching(/more than 32767/) });
});
