import { createReadStream } from 'node:fs';
import { UserError } from '../../errors.ts';

/** Encodings by the mark that begins a file. */
const MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Spreadsheet programs in China save either; whatever is valid UTF-8 is hardly ever anything else. */
const WITHOUT_MARK = ['utf-8', 'gb18030'];

const isDecoding = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

async function* decode(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Buffer, { stream: true });
  yield decoder.decode();
}

/** Whether the whole file can be read so, and holds text. */
const fits = async (path: string, encoding: string): Promise<boolean> => {
  try {
    for await (const text of decode(path, encoding)) if (text.includes('\0')) return false;
    return true;
  } catch (error) {
    if (isDecoding(error)) return false;
    throw error;
  }
};

/**
 * The encoding of a text file, by its mark or by what can be read, and its text in pieces.
 * @throws UserError where it is no text in UTF-8, UTF-16 or GB18030.
 */
export const readText = async (
  path: string,
  head: Buffer,
  file: string,
): Promise<{ encoding: string; text: () => AsyncGenerator<string> }> => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => head[at] === byte))?.[0];
  for (const encoding of marked === undefined ? WITHOUT_MARK : [marked])
    if (await fits(path, encoding)) return { encoding, text: () => decode(path, encoding) };
  throw new UserError('import_encoding', { file });
};
