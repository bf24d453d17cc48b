import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { errnoOf } from '../../home/errno.ts';
import { redact } from '../../inbox/redact.ts';
import type { Column } from '../columns/map-columns.ts';
import { BYTE_ORDER_MARK, csvLine } from '../csv/format-csv.ts';
import type { Refused } from './read-row.ts';
import { withoutNumbers } from './without-numbers.ts';

/** Where somebody may write nothing, the file goes to the home. */
const FORBIDDEN = ['EACCES', 'EPERM', 'EROFS'];

/** customers.csv → customers.csv.errors.csv; of a file of errors itself the next number. `n` from 1. */
const nameOf = (file: string, n: number): string => {
  const [, stem = file, before = ''] = /^(.*)\.errors(?:\.(\d+))?\.csv$/.exec(file) ?? [];
  const number = (stem === file ? 0 : Number(before || 1)) + n;
  return `${stem}.errors${number === 1 ? '' : `.${number}`}.csv`;
};

const openIn = (dir: string, name: string): Promise<{ draft: string; stream: WriteStream; dir: string }> =>
  new Promise((done, fail) => {
    const draft = join(dir, `${name}.part`);
    const stream = createWriteStream(draft);
    stream.once('open', () => done({ draft, stream, dir })).once('error', fail);
  });

/** Puts the draft at its place: never over a file of other content, which somebody may be mending. */
const settle = async (draft: string, dir: string, file: string): Promise<string> => {
  const fresh = await readFile(draft);
  for (let n = 1; ; n += 1) {
    const path = join(dir, nameOf(file, n));
    const there = await readFile(path).catch(() => null);
    if (there?.equals(fresh)) {
      await rm(draft);
      return path;
    }
    if (there === null) {
      await rename(draft, path);
      return path;
    }
  }
};

/**
 * Writes the rows that were not taken as they stood in the file (ID and card numbers aside), each with its number and what is wrong with it:
 * mended, the file can be imported again. It lies beside the file, or in `home` where that folder is closed; there is none without such rows.
 * @param titles the headings of the two columns that come before the table's own.
 */
export const createErrorsFile = ({
  path,
  home,
  columns,
  titles,
  reason,
}: {
  path: string;
  home: string;
  columns: readonly Column[];
  titles: readonly [string, string];
  reason: (refused: Refused) => string;
}) => {
  const file = basename(path);
  const headings = columns.map(({ heading }) => redact(heading));
  let opened: Awaited<ReturnType<typeof openIn>> | null = null;

  const open = async () => {
    const found = await openIn(dirname(path), nameOf(file, 1)).catch((error: unknown) => {
      if (FORBIDDEN.includes(errnoOf(error) ?? '')) return openIn(home, nameOf(file, 1));
      throw error;
    });
    found.stream.write(BYTE_ORDER_MARK + csvLine([...titles, ...headings]));
    return found;
  };

  return {
    add: async (refused: Refused): Promise<void> => {
      opened ??= await open();
      const cells = withoutNumbers(refused.cells, columns);
      while (cells.length < columns.length) cells.push('');
      const line = csvLine([String(refused.row), reason(refused), ...cells]);
      if (!opened.stream.write(line)) await once(opened.stream, 'drain');
    },

    /** Gives the place of the file, or null where there is nothing to mend. */
    close: async (): Promise<string | null> => {
      if (!opened) return null;
      opened.stream.end();
      await finished(opened.stream);
      return settle(opened.draft, opened.dir, file);
    },
  };
};
