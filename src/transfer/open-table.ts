import { open } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { openCsv } from './csv/open-csv.ts';
import { LIMITS } from './limits.ts';
import type { Row, Table } from './table.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

const HEAD = 4096;
/** Where old workbooks (.xls) and encrypted new ones begin alike: Microsoft's compound file. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** What many programs call .xls is a web page, or an XML workbook of 2003. */
const PAGE = /^\s*<(?:!doctype|html|head|meta|table|\?xml|\?mso|style)\b/i;
const ZIP = Buffer.from('PK\x03\x04');

const readHead = async (path: string, file: string): Promise<{ head: Buffer; size: number }> => {
  const handle = await open(path).catch(() => {
    throw new UserError('no_such_file', { file });
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new UserError('no_such_file', { file });
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return { head: buffer.subarray(0, bytesRead), size: stats.size };
  } finally {
    await handle.close();
  }
};

async function* bounded(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > LIMITS.rows) throw new UserError('import_too_many_rows', { most: LIMITS.rows });
    yield row;
  }
}

/**
 * Opens a file as a table, by what it holds, whatever its name says. `file` is what people call it.
 * @throws UserError for a file that is no table, or larger than `LIMITS` allow.
 */
export const openTable = async (path: string, file: string): Promise<Table> => {
  const { head, size } = await readHead(path, file);
  if (size > LIMITS.bytes) throw new UserError('import_too_large', { file, most: LIMITS.bytes / 1_000_000 });
  if (size === 0) throw new UserError('import_empty', { file });
  if (head.subarray(0, 4).equals(COMPOUND)) throw new UserError('import_old_workbook', { file });
  if (PAGE.test(head.toString('latin1').replace(/^\xef\xbb\xbf/, ''))) throw new UserError('import_page', { file });
  const table = head.subarray(0, 4).equals(ZIP) ? await openXlsx({ path, file }) : await openCsv({ path, head, file });
  return { ...table, rows: () => bounded(table.rows()) };
};
