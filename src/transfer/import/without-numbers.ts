import { CARD_MASK, ID_MASK } from '../../inbox/find-numbers.ts';
import { redact } from '../../inbox/redact.ts';
import { safeId } from '../../inbox/safe-id.ts';
import { cleanText } from '../clean/clean-text.ts';
import type { Column } from '../columns/map-columns.ts';

/** What is known by its number: where that may not be kept, it goes by a word in its place, here and in the base. */
const NUMBERED = ['id', 'customer', 'order', 'payment'];

const withoutNumber = (cell: string, { target }: Partial<Column>): string => {
  const text = cleanText(cell);
  if (target?.to !== 'column' || !NUMBERED.includes(target.name)) return redact(cell);
  return safeId(text) === text ? cell : safeId(text);
};

/** The cells of a row as a file of ours may hold them: without ID and card numbers. Imported again, they mean the same customer and order. */
export const withoutNumbers = (cells: readonly string[], columns: readonly Column[]): string[] =>
  cells.map((cell, place) => withoutNumber(cell, columns[place] ?? {}));

/** Whether a number was masked where it would have to tell one from another. */
export const isMasked = (text: string): boolean => text.includes(ID_MASK) || text.includes(CARD_MASK);
