import { UserError } from '../../errors.ts';
import type { Row } from '../table.ts';
import { headingKey } from './heading-key.ts';
import type { Headings } from './headings.ts';
import type { ColumnMap } from './read-map.ts';

/** Above a heading people put a title, a date, a remark. */
const LOOKED_AT = 10;

/**
 * The row that is the heading: of the first ones, the one with the most headings that are known or mapped.
 * @throws UserError where none has any, or nothing is there.
 */
export const findHeading = async (rows: AsyncIterable<Row>, headings: Headings, map: ColumnMap, file: string): Promise<Row> => {
  let best: { row: Row; score: number } | null = null;
  let seen = 0;
  for await (const row of rows) {
    seen += 1;
    const score = row.cells.filter((cell) => map.has(headingKey(cell)) || headings.target(cell) !== null).length;
    if (score > (best?.score ?? 0)) best = { row, score };
    if (seen >= LOOKED_AT) break;
  }
  if (seen === 0) throw new UserError('import_empty', { file });
  if (!best) throw new UserError('import_no_heading', { file });
  return best.row;
};
