import { clip, displayWidth, padEnd } from './display-width.ts';

/** A cell is printable text, and how it is painted once it has been fitted into its column. */
export interface Cell {
  text: string;
  paint?: (text: string) => string;
}

const paintOf = ({ paint }: Cell, text: string): string => (paint ? paint(text) : text);

/**
 * Rows as aligned lines: each column as wide as its widest cell, but never wider than `most` has for it (columns on screen).
 * The last column is neither filled nor clipped.
 */
export const table = (
  rows: readonly (readonly Cell[])[],
  { indent = '', most = [] }: { indent?: string; most?: number[] } = {},
): string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(most[column] ?? Infinity, Math.max(0, ...rows.map((row) => displayWidth(row[column]?.text ?? '')))),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      if (column === columns - 1) return paintOf(cell, cell.text);
      const width = widths[column] ?? 0;
      const text = clip(cell.text, width);
      return padEnd(paintOf(cell, text), width, displayWidth(text));
    });
    // A column that is empty in every row takes no room.
    return `${indent}${cells.filter((_, column) => widths[column] !== 0).join('  ')}`.trimEnd();
  });
};
