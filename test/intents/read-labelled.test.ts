// Labelled sets in the forms one meets them, and what is said of lines that cannot be used.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLabelled } from '../../src/intents/read-labelled.ts';

const read = (text: string) => readLabelled({ file: 'f', text });
const rows = (text: string) => read(text).examples.map(({ text: said, label, line }) => [said, label, line]);

describe('the same two messages', () => {
  const both = [
    ['多少钱', 'price'],
    ['I said "no", thanks', 'refuse'],
  ];
  test.each([
    ['JSON lines', '{"text":"多少钱","label":"price"}\n{"text":"I said \\"no\\", thanks","label":"refuse"}\n'],
    [
      'JSON lines with intent, as Windows writes them',
      '\uFEFF{"utterance":"多少钱","intent":"price"}\r\n\r\n{"utterance":"I said \\"no\\", thanks","intent":"refuse"}\r\n',
    ],
    ['JSON lines of pairs', '["多少钱","price"]\n["I said \\"no\\", thanks","refuse"]'],
    ['a JSON list', '[\n {"text":"多少钱","label":"price"},\n {"text":"I said \\"no\\", thanks","label":"refuse"}\n]'],
    ['CSV', 'text,category\n多少钱,price\n"I said ""no"", thanks",refuse\n'],
    ['CSV with another order and more columns', 'id,label,text\n1,price,多少钱\n2,refuse,"I said ""no"", thanks"'],
    ['CSV with semicolons', 'Text;Label\r\n多少钱;price\r\nI said "no", thanks;refuse\r\n'],
    ['TSV, where quotes are text', 'text\tintent\n多少钱\tprice\nI said "no", thanks\trefuse\n'],
    ['TSV with quotes around', 'text\tintent\n多少钱\tprice\n"I said ""no"", thanks"\trefuse\n'],
    ['a Chinese header', '文本,标签\n多少钱,price\n"I said ""no"", thanks",refuse\n'],
  ])('are read from %s', (_, text) => {
    expect(read(text).problems).toEqual([]);
    expect(rows(text).map(([said, label]) => [said, label])).toEqual(both);
  });
});

test('a cell may go over lines, and the lines after it keep their number', () => {
  expect(rows('text,label\n"one\ntwo",a\nthree,b')).toEqual([
    ['one\ntwo', 'a', 2],
    ['three', 'b', 4],
  ]);
});

test('a number is a label, and so is 0', () => {
  expect(rows('{"text":"好","label":0}')).toEqual([['好', '0', 1]]);
});

test.each([
  ['a line without a label', '{"text":"a","label":"x"}\n{"text":"b"}', 2, /label/],
  ['an empty label', 'text,label\na,x\nb,', 3, /label/],
  ['a line without a text', '{"label":"x"}', 1, /message/],
  ['a text that is no text', '{"text":["a"],"label":"x"}', 1, /text/],
  ['a line that is not JSON', '{"text":"a","label":"x"}\n{"text":', 2, /JSON/],
  ['a table without a header', 'hello,greeting\nbye,parting', 1, /columns/],
  ['a quote that is never closed', 'text,label\na,x\n"b,y\nc,z', 3, /quote/],
  ['an empty file', '', null, /empty/],
  ['a file of blank lines', '\n \n', null, /empty/],
  ['a header alone', 'text,label\n', null, /empty/],
])('%s is told with its place', (_, text, line, message) => {
  expect(read(text).problems).toEqual([expect.objectContaining({ file: 'f', line, message: expect.stringMatching(message) })]);
});

test('what lies out of scope needs no label', () => {
  expect(readLabelled({ file: 'f', text: '{"text":"dow jones"}', labels: false })).toMatchObject({
    examples: [{ text: 'dow jones' }],
    problems: [],
  });
});

test('any text at all is read or told, never thrown at', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', '"', ',', '\t', '\n', '\r\n', 'text', 'label', ':', 'a', ' ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { examples, problems } = read(pieces.join(''));
      expect(examples.length + problems.length).toBeGreaterThan(0);
    }),
  );
});

test('every table that is written is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '好') }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          cell,
          cell.map((label) => label.trim()),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      (table) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['text,label', ...table.map((row) => row.map(quoted).join(','))].join('\n');
        expect(rows(text).map(([said, label]) => [said, label])).toEqual(table);
      },
    ),
  );
});
