import type { Problem } from '../errors.ts';

/** A row of a table in a text file, and the line on which it begins. */
export interface Row {
  line: number;
  cells: string[];
}

/** The sign between the cells: the one that the header holds most. */
const delimiterOf = (header: string): string => {
  const counts = ['\t', ',', ';'].map((sign) => ({ sign, count: header.split(sign).length - 1 }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
};

const unquote = (cell: string): string => (/^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);

/** A tab cannot stand in a cell, so a line is a row, and a lone quote is text. */
const readTabs = (text: string): Row[] =>
  text.split(/\r\n|\n|\r/).map((row, i) => ({ line: i + 1, cells: row.split('\t').map(unquote) }));

/** One cell of a table with quotes (RFC 4180), and where it ends. Null when its quote is never closed. */
const readCell = (text: string, from: number, delimiter: string): { cell: string; end: number } | null => {
  let end = from;
  let cell = '';
  if (text[from] === '"') {
    for (;;) {
      const close = text.indexOf('"', end + 1);
      if (close < 0) return null;
      cell += text.slice(end + 1, close);
      end = close + 1;
      if (text[end] !== '"') break;
      cell += '"';
    }
  }
  const rest = end;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { cell: cell + text.slice(rest, end), end };
};

const countLines = (text: string, from: number, to: number): number => {
  let lines = 0;
  for (let i = from; i < to; i++) if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) lines++;
  return lines;
};

const readQuoted = (text: string, delimiter: string): { rows: Row[]; unclosed: number | null } => {
  const rows: Row[] = [];
  let row: Row = { line: 1, cells: [] };
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const read = readCell(text, at, delimiter);
    if (!read) return { rows, unclosed: line };
    row.cells.push(read.cell);
    const next = text.startsWith('\r\n', read.end) ? read.end + 2 : read.end + 1;
    line += countLines(text, at, Math.min(next, text.length));
    if (text[read.end] !== delimiter) {
      rows.push(row);
      row = { line, cells: [] };
    }
    at = next;
  }
  if (row.cells.length > 0) rows.push(row);
  return { rows, unclosed: null };
};

/** Reads a table with commas, semicolons or tabs; the header says which. Blank lines are left out. */
export const readDelimited = (text: string, file: string): { rows: Row[]; problems: Problem[] } => {
  const delimiter = delimiterOf(/^[^\r\n]*/.exec(text)?.[0] ?? '');
  const { rows, unclosed } = delimiter === '\t' ? { rows: readTabs(text), unclosed: null } : readQuoted(text, delimiter);
  const problems: Problem[] =
    unclosed === null ? [] : [{ file, line: unclosed, field: '', message: 'Close the quote that begins here.' }];
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')), problems };
};
