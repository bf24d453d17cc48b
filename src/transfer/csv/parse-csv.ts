import { UserError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Row } from '../table.ts';

/** Where something may happen in a field that is not quoted: at the delimiter, a quote, a line break. */
const piecesOf = (delimiter: string): RegExp => {
  const sign = delimiter === '\t' ? '\\t' : `\\${delimiter}`;
  return new RegExp(`[^"\\r\\n${sign}]+|["\\r\\n${sign}]`, 'y');
};
const QUOTED_PIECES = /[^"]+|"/y;

/**
 * Parses the text of a CSV file into rows as RFC 4180 has them: quoted fields may hold delimiters, line breaks and doubled quotes. Text
 * comes in pieces cut anywhere. A quote inside an unquoted field is a letter.
 * @throws UserError for a quote that is never closed, and for more than `LIMITS` allow.
 */
export const createCsvParser = (delimiter: string) => {
  const plainPieces = piecesOf(delimiter);
  let cells: string[] = [];
  let cell = '';
  let number = 1;
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let afterReturn = false;

  const add = (text: string): void => {
    cell += text;
    if (cell.length > LIMITS.cell) throw new UserError('import_cell_too_long', { row: number, most: LIMITS.cell });
  };

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    state = 'start';
    if (cells.length > LIMITS.columns) throw new UserError('import_too_many_columns', { most: LIMITS.columns });
  };

  const endRow = (): Row => {
    endCell();
    const row = { number, cells };
    number += 1;
    cells = [];
    return row;
  };

  const quote = (): void => {
    // A quote opens a field, closes it, or is one half of a doubled one.
    if (state === 'start') state = 'quoted';
    else if (state === 'quoted') state = 'closed';
    else {
      add('"');
      if (state === 'closed') state = 'quoted';
    }
  };

  const letters = (text: string): void => {
    if (state === 'start') state = 'plain';
    add(text);
  };

  /** Takes one piece, and gives the row that it ends. */
  const accept = (piece: string): Row | null => {
    const secondOfTwo = afterReturn && piece === '\n';
    afterReturn = piece === '\r' && state !== 'quoted';
    if (secondOfTwo) return null;
    if (piece === '"') quote();
    else if (state === 'quoted') add(piece);
    else if (piece === delimiter) endCell();
    else if (piece === '\n' || piece === '\r') return endRow();
    else letters(piece);
    return null;
  };

  /** The rows that end in this piece of text. */
  function* write(text: string): Generator<Row> {
    for (let at = 0; at < text.length; ) {
      const pieces = state === 'quoted' ? QUOTED_PIECES : plainPieces;
      pieces.lastIndex = at;
      const [piece = ''] = pieces.exec(text) ?? [];
      at += piece.length;
      const row = accept(piece);
      if (row) yield row;
    }
  }

  /** The last row, where no line break ends it. */
  function* end(): Generator<Row> {
    if (state === 'quoted') throw new UserError('import_open_quote', { row: number });
    if (state !== 'start' || cells.length > 0) yield endRow();
  }

  return { write, end };
};
