import type { Layout } from '../columns/map-columns.ts';
import { saysOfEach } from '../columns/target.ts';
import type { Row } from '../table.ts';

/** A row with what merged cells above say of it too. */
export const withAbove = (row: Row, { columns, kind: table }: Layout): Row => {
  if (!row.above) return row;
  const cells = [...row.cells];
  const odd = [...(row.odd ?? [])];
  for (const { column, text, kind } of row.above) {
    const target = columns[column]?.target;
    if (!target || !saysOfEach(target, table === 'customers' || table === 'tags')) continue;
    while (cells.length < column) cells.push('');
    cells[column] = text;
    if (kind) odd.push({ column, kind });
  }
  return { number: row.number, cells, odd };
};
