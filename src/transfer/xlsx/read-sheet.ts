import type { Readable } from 'node:stream';
import { UserError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import type { OddCell, Row } from '../table.ts';
import { cellText, type RawCell } from './cell-text.ts';
import { columnOf } from './column-of.ts';
import { createNotes, type Merged } from './read-merged.ts';
import { readXml } from './read-xml.ts';

/** A workbook's texts, which of its styles are dates, and where its dates begin. */
export interface Workbook {
  strings: readonly string[];
  dates: readonly boolean[];
  since1904: boolean;
}

/** The number that a row gives itself where it lies behind the last one, else the next: a row is never lost for its number. */
const placeOf = (given: number, last: number): number => (Number.isSafeInteger(given) && given > last ? given : last + 1);

/** The rows of a sheet, one after another. Throws UserError for more than `LIMITS` allow. */
export async function* readSheet(stream: Readable, { strings, dates, since1904 }: Workbook, merged: Merged): AsyncGenerator<Row> {
  const note = createNotes(merged);
  const ready: Row[] = [];
  let row: Row & { odd: OddCell[] } = { number: 0, cells: [], odd: [] };
  let cell: RawCell | null = null;
  let column = -1;
  let within = false;

  const openCell = (attributes: Readonly<Record<string, string>>) => {
    const { r, t = 'n', s } = attributes;
    const named = r === undefined ? -1 : columnOf(r);
    column = named < 0 ? column + 1 : named;
    cell = { type: t, value: '', formula: false, isDate: s !== undefined && dates[Number(s)] === true };
  };

  const closeCell = () => {
    if (!cell) return;
    const { text, odd } = cellText(cell, strings, since1904);
    cell = null;
    if (column >= LIMITS.columns) {
      // Far out there is often a cell with a colour and nothing in it.
      if (text === '' && !odd) return;
      throw new UserError('import_too_many_columns', { most: LIMITS.columns });
    }
    if (odd && !row.odd.some((one) => one.column === column)) row.odd.push({ column, kind: odd });
    while (row.cells.length < column) row.cells.push('');
    row.cells[column] = text;
  };

  const turns = readXml(stream, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = { number: placeOf(Number(attributes['r']), row.number), cells: [], odd: [] };
        column = -1;
      } else if (name === 'c') openCell(attributes);
      else if (name === 'f' && cell) cell.formula = true;
      // `v` holds a value, `t` an inline text; `f` holds the formula itself, which is left alone.
      within = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (!within || !cell) return;
      cell.value += piece;
      if (cell.value.length > LIMITS.cell) throw new UserError('import_cell_too_long', { row: row.number, most: LIMITS.cell });
    },
    close: (name) => {
      within = false;
      if (name === 'c') closeCell();
      if (name !== 'row') return;
      note(row);
      ready.push(row);
    },
  });
  for await (const _ of turns) yield* ready.splice(0);
}
