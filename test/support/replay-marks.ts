import type { ShopLine } from './shop-lines.ts';

/** Replay tells of so many unreadable lines one by one; one less, so that the last one is told too. */
export const MARKS = 19;

/**
 * Lines with marks among them, the first before all and the last behind all: lines that cannot be read, which a replay reports when
 * their turn comes. They tell from outside how far a stream is.
 */
export function withMarks(lines: readonly ShopLine[]): (ShopLine | string)[] {
  const every = Math.ceil(lines.length / (MARKS - 1));
  const marked = lines.flatMap((line, place) => (place % every === 0 ? ['mark', line] : [line]));
  const missing = MARKS - marked.filter((line) => line === 'mark').length;
  return [...marked, ...Array<string>(missing).fill('mark')];
}

/** How many marks a replay has come by. */
export const marksIn = (stderr: string): number => stderr.split('not JSON').length - 1;

/** The `--speed` at which lines last `ms` milliseconds. */
export const speedFor = (lines: readonly ShopLine[], ms: number): string =>
  String((Date.parse(lines.at(-1)?.at ?? '') - Date.parse(lines[0]?.at ?? '')) / ms);
