import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Line, readLine, UnreadableLine } from '../../src/domain/line.ts';

const read = (text: string): Line | UnreadableLine => {
  try {
    return readLine(text);
  } catch (error) {
    if (error instanceof UnreadableLine) return error;
    throw error;
  }
};

/** The lines of a replay file, numbered from 1, empty ones left out; one that cannot be read comes as its error. */
export async function* readLines(source: Readable): AsyncGenerator<{ number: number; line: Line | UnreadableLine }> {
  let number = 0;
  for await (const text of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() !== '') yield { number, line: read(text) };
  }
}
