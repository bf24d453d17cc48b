import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, guarded, unguarded } from '../../src/transfer/csv/format-csv.ts';
import { guessDelimiter } from '../../src/transfer/csv/guess-delimiter.ts';
import { createCsvParser } from '../../src/transfer/csv/parse-csv.ts';

const parse = (pieces: readonly string[], delimiter = ','): string[][] => {
  const parser = createCsvParser(delimiter);
  return [...pieces.flatMap((piece) => [...parser.write(piece)]), ...parser.end()].map(({ cells }) => cells);
};

/** Cells with everything in them that means something to a CSV file or to a spreadsheet program. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'",;\t\r\n =+-@\'a0王😀|') }),
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** A text cut into pieces at any places. */
const cut = (text: string, places: readonly number[]): string[] => {
  const at = [...new Set([0, ...places.map((place) => place % (text.length + 1)), text.length])].sort((a, b) => a - b);
  return at.slice(1).map((end, n) => text.slice(at[n], end));
};

test('whatever is written is read back the same, wherever the text is cut', () => {
  fc.assert(
    fc.property(table, fc.array(fc.nat()), (rows, places) => {
      const text = rows.map(csvLine).join('');
      const read = parse(cut(text, places)).map((cells) => cells.map(unguarded));
      expect(read).toEqual(rows);
    }),
    { numRuns: 1000 },
  );
});

test('no written cell is a formula, and taking the guard away gives the cell back', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(unguarded(guarded(text))).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['"a,""b""",c', [['a,"b"', 'c']]],
  ['"two\nlines",c', [['two\nlines', 'c']]],
  ['5" pipe,c', [['5" pipe', 'c']]],
  ['a,,\n', [['a', '', '']]],
  ['"",b', [['', 'b']]],
])('%j', (text, rows) => {
  expect(parse([text])).toEqual(rows);
});

test('a quote that is never closed, a cell without end and columns without end are refused with their row', () => {
  const codeOf = (text: string) => {
    try {
      parse([text]);
      return 'read';
    } catch (error) {
      const { code, params } = error as { code: string; params: object };
      return { code, params };
    }
  };
  expect(codeOf('a,b\n1,"2\n3,4')).toEqual({ code: 'import_open_quote', params: { row: 2 } });
  expect(codeOf(`a\n"${'x'.repeat(40_000)}"`)).toMatchObject({ code: 'import_cell_too_long', params: { row: 2 } });
  expect(codeOf(','.repeat(300))).toMatchObject({ code: 'import_too_many_columns' });
});

test.each([
  ['a,b;c,d', ','],
  ['a;b;c', ';'],
  ['a\tb,c\td', '\t'],
  ['"a;b;c;d",e', ','],
  ['alone', ','],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(guessDelimiter(`${text}\n;;;;\n`)).toBe(delimiter);
});

test.each([
  ['客户名单，2026, 华东\n\n姓名;手机;备注\n陈静;138;好\n', ';'],
  ['导出, 王芳, 6月\n姓名\t手机\n陈静\t138\n', '\t'],
  ['姓名,手机\n陈静,138\n李;雷;;,139\n', ','],
  ['姓名,电话,标签,\n张三,138,VIP;续费;南方;老客户\n李四,139,a;b;c;d\n', ','],
])('a title above the heading does not decide: %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});
