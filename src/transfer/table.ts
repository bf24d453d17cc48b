/** A cell whose value cannot be trusted: a formula without its result, an error such as #N/A, a number that was rounded. */
export interface OddCell {
  column: number;
  kind: 'formula' | 'error' | 'rounded';
}

/** What stands above, in a cell that was merged with the empty one of this column; the row in which it does. */
export interface CellAbove {
  column: number;
  text: string;
  from: number;
  kind?: OddCell['kind'] | undefined;
}

/** One row as it stands in the file. `number` is the one that a spreadsheet program shows. */
export interface Row {
  number: number;
  cells: string[];
  odd?: OddCell[];
  above?: CellAbove[];
}

/** A file as a table, before anybody knows what its columns mean. Rows are read as they are asked for; blank ones are left out. */
export interface Table {
  format: 'csv' | 'xlsx';
  /** Of a text file. */
  encoding?: string;
  delimiter?: string;
  /** Of a workbook: the sheet that is read, and those that are not. */
  sheet?: string;
  otherSheets?: string[];
  rows: () => AsyncIterable<Row>;
}

/** Whether a row says nothing. */
export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');
