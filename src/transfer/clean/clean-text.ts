import { cleanName } from '../../domain/tag-name.ts';
import { unguarded } from '../csv/format-csv.ts';

/** A text that somebody wrote as a formula so that a spreadsheet program leaves its zeros alone: ="00123". */
const AS_FORMULA = /^="([^"]*)"$/;

/** A cell as people meant it: full-width signs made narrow, blanks and what cannot be seen taken out. Idempotent. */
export const cleanText = (cell: string): string => {
  const bare = unguarded(cell.trim());
  return cleanName(AS_FORMULA.exec(bare)?.[1] ?? bare);
};
