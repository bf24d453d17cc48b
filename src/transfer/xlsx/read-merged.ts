import type { Readable } from 'node:stream';
import { LIMITS } from '../limits.ts';
import { isBlank, type Row } from '../table.ts';
import { columnOf } from './column-of.ts';
import { BrokenXml } from './read-xml.ts';

/** For each column, the rows in which a cell over several rows begins, and those in which it ends; numbers as the sheet shows them. */
export type Merged = ReadonlyMap<number, ReadonlyMap<number, number>>;

const MERGED = /<(?:\w+:)?mergeCell\s[^>]{0,100}?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** No longer is what names one. */
const LONGEST = 200;
/** More than a program for sheets lets anybody make by hand. */
const MOST = 1_000_000;

/**
 * Cells that were made one over several rows, of one column: what stands in the first row is meant for all. They are written behind all rows, so they
 * are looked for before these are read. What goes over several columns is a title.
 */
export const readMerged = async (stream: Readable): Promise<Merged> => {
  const merged = new Map<number, Map<number, number>>();
  const decoder = new TextDecoder();
  let rest = '';
  let count = 0;
  for await (const bytes of stream) {
    const text = rest + decoder.decode(bytes as Buffer, { stream: true });
    let end = 0;
    for (const { index, 0: found, 1: first = '', 2: from, 3: last = '', 4: to } of text.matchAll(MERGED)) {
      end = index + found.length;
      const column = columnOf(first);
      if (first !== last || column >= LIMITS.columns) continue;
      count += 1;
      if (count > MOST) throw new BrokenXml('too many merged cells');
      const rows = merged.get(column) ?? new Map<number, number>();
      merged.set(column, rows.set(Number(from), Number(to)));
    }
    rest = text.slice(Math.max(end, text.length - LONGEST));
  }
  return merged;
};

/** Puts what stands in the first row of a merged cell into the others, row after row; a row in which nothing else stands stays empty. */
export const createFiller = (merged: Merged): ((row: Row) => void) => {
  const open = new Map<number, { text: string; until: number }>();
  return (row) => {
    const { number, cells } = row;
    const blank = isBlank(row);
    for (const [column, rows] of merged) {
      const until = rows.get(number);
      if (until !== undefined) open.set(column, { text: cells[column] ?? '', until });
      const from = open.get(column);
      if (!from || number > from.until || blank || (cells[column] ?? '') !== '') continue;
      while (cells.length < column) cells.push('');
      cells[column] = from.text;
    }
  };
};
