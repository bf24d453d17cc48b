import { UserError } from '../../errors.ts';
import type { Row } from '../table.ts';
import { headingKey } from './heading-key.ts';
import type { Headings } from './headings.ts';
import type { ColumnMap } from './read-map.ts';
import type { Target } from './target.ts';

/** Above a heading people put a title, a date, a remark. */
const LOOKED_AT = 10;

/** Less than any number of columns that are read. */
const LITTLE = 0.001;

const weightOf = (target: Target | null): number => {
  if (target === null) return 0;
  return target.to === 'left_out' ? LITTLE : 1;
};

/**
 * The row that is the heading: of the first ones, the one with the most headings that are known or mapped. Words for what is left out
 * count for little: 电话 and 微信 may well be what stands in a row, under 联系方式.
 * @throws UserError where none has any, or nothing is there.
 */
export const findHeading = async (rows: AsyncIterable<Row>, headings: Headings, map: ColumnMap, file: string): Promise<Row> => {
  let best: { row: Row; score: number } | null = null;
  let seen = 0;
  for await (const row of rows) {
    seen += 1;
    const score = row.cells.reduce((sum, cell) => sum + weightOf(map.get(headingKey(cell))?.target ?? headings.target(cell)), 0);
    if (score > (best?.score ?? 0)) best = { row, score };
    if (seen >= LOOKED_AT) break;
  }
  if (seen === 0) throw new UserError('import_empty', { file });
  if (!best) throw new UserError('import_no_heading', { file });
  return best.row;
};
