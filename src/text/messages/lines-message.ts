import type { Message, Section } from './message.ts';

/** Columns are aligned by blanks on a terminal; a proportional font has no columns. */
const cells = (text: string): string => text.replace(/ {2,}/g, ' · ');

const depthOf = (line: string): number => line.length - line.trimStart().length;

/** Blanks that rows are set in by at most: a column of a terminal is no depth. */
const MOST_BLANKS = 3;

/** Rows that stand under others are set in by as many full-width blanks. */
const rowOf = (line: string): string =>
  '\u3000'.repeat(Math.min(MOST_BLANKS, Math.max(0, depthOf(line) - 2) >> 1)) + cells(line.trim());

const open = (heading: string): Section => ({ heading, rows: [], counted: false });

/**
 * The lines of an answer for a terminal, without colours, as a message: the first is its title; a line before others that stand
 * farther in is the heading of a section, and so is the gap that an empty line makes.
 */
export const linesMessage = ([title = '', ...lines]: readonly string[]): Message => {
  const sections: Section[] = [];
  /** Whether the next row begins a section of its own. */
  let apart = true;
  for (const [place, line] of lines.entries()) {
    const heads = depthOf(line) === 0 && depthOf(lines[place + 1] ?? '') > 0;
    if (heads) sections.push(open(cells(line)));
    else if (line !== '') {
      if (apart) sections.push(open(''));
      sections.at(-1)?.rows.push(rowOf(line));
    }
    apart = line === '';
  }
  return { title: cells(title.trim()), sections, none: '' };
};
