import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message, the topics that must count in it, and those that may. */
export interface PeopleRow {
  text: string;
  must: string[];
  may: string[];
}

/** Reads lines of `message | topics (topics)`; a line that begins with # is a remark. */
export function peopleRows(file: string): PeopleRow[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const bar = line.lastIndexOf('|');
    if (line.startsWith('#') || bar < 0) return [];
    const cell = line.slice(bar + 1);
    const may = /\((.*)\)/.exec(cell)?.[1] ?? '';
    return { text: line.slice(0, bar).trim(), must: words(cell.replace(/\(.*\)/, '')), may: words(may) };
  });
}

const words = (cell: string) => cell.split(' ').filter((word) => word !== '');
