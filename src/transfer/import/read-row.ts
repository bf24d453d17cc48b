import { cleanText } from '../clean/clean-text.ts';
import { type Fault, Unclean } from '../clean/fault.ts';
import type { Layout } from '../columns/map-columns.ts';
import { holdsTags } from '../columns/target.ts';
import type { OddCell, Row } from '../table.ts';
import { readCell } from './read-cell.ts';
import { missing, tradeOf } from './read-trade.ts';
import type { Draft, Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import { withAbove } from './with-above.ts';

/** A row that cannot be taken, as it stands in the file, with everything that is wrong with it. */
export interface Refused {
  row: number;
  cells: string[];
  faults: Fault[];
}

const ODD: Record<OddCell['kind'], string> = {
  formula: 'The formula has no result: open the table once and save it, or write the value.',
  error: 'The cell holds an error of the spreadsheet program: write the value.',
  rounded: 'The spreadsheet program rounded the number: make the column text and write it out.',
};

const MORE_CELLS: Fault = {
  kind: 'more_cells',
  heading: null,
  message: 'There are more cells than headings: put a cell that holds a comma in quotes.',
};

const cellFaults = ({ cells, odd = [] }: Row, { columns }: Layout, draft: Draft, reading: Reading): Fault[] =>
  columns.flatMap(({ heading, target }, place): Fault[] => {
    const strange = odd.find(({ column }) => column === place);
    if (strange && target.to !== 'left_out') return [{ kind: strange.kind, heading, message: ODD[strange.kind] }];
    const text = cleanText((cells[place] ?? '').replace(/[\r\n]+/g, holdsTags(target) ? '、' : ' '));
    const unclean = text === '' ? undefined : readCell(target, text, draft, reading);
    return unclean instanceof Unclean ? [{ kind: unclean.kind, heading, message: unclean.message }] : [];
  });

/** Understands one row of a table, or says everything that is wrong with it. `home`: the currency of amounts that name none. */
export const readRow = (given: Row, layout: Layout, reading: Reading, home: string): Statement | Refused => {
  const row = withAbove(given, layout);
  const { number, cells } = row;
  const who = { id: null, word: null, name: null, keys: [], contacts: {} };
  const draft: Draft = { row: number, cells, who, fields: {}, contacts: {}, tags: [], owner: null, ownerCell: null, order: {} };
  const found = cellFaults(row, layout, draft, reading);
  // Whether somebody is the owner already is known only with the customer.
  const ofOwner = found.find(({ kind }) => kind === 'unknown_owner') ?? null;
  const faults = found.filter((fault) => fault !== ofOwner);
  if (cells.slice(layout.columns.length).some((cell) => cell.trim() !== '')) faults.push(MORE_CELLS);
  if (faults.length === 0) faults.push(...missing(layout.kind, draft, home));
  if (faults.length > 0) return { row: number, cells, faults: ofOwner ? [...faults, ofOwner] : faults };
  return { ...draft, ownerCell: draft.ownerCell && { ...draft.ownerCell, fault: ofOwner }, ...tradeOf(layout.kind, draft, home) };
};
