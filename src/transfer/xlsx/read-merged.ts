import type { Readable } from 'node:stream';
import { LIMITS } from '../limits.ts';
import type { CellAbove, Row } from '../table.ts';
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

/** Notes, row after row, what stands in the first row of the merged cells that go on in this one. */
export const createNotes = (merged: Merged): ((row: Row) => void) => {
  const open = new Map<number, CellAbove & { until: number }>();
  return (row) => {
    const { number, cells, odd = [] } = row;
    for (const [column, rows] of merged) {
      const text = cells[column] ?? '';
      const kind = odd.find((one) => one.column === column)?.kind;
      const until = rows.get(number);
      if (until !== undefined) open.set(column, { column, text, from: number, kind, until });
      const cell = open.get(column);
      if (!cell || cell.from === number || number > cell.until || text !== '' || kind) continue;
      row.above = [...(row.above ?? []), cell];
    }
  };
};
