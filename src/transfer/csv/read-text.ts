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

async function* decode(path: string, encoding: string, fatal = true): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal });
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

/** In what is read as UTF-8 and is something else, hardly a character comes out right; of damaged UTF-8 nearly all do. */
const RIGHT_PER_WRONG = 4;

/** The line in which UTF-8 is damaged; null where the file is no UTF-8 at all. */
const damagedLine = async (path: string): Promise<number | null> => {
  let [line, first, right, wrong] = [1, null as number | null, 0, 0];
  for await (const text of decode(path, 'utf-8', false))
    for (const character of text) {
      if (character === '\n') line += 1;
      if (character === '\ufffd') {
        first ??= line;
        wrong += 1;
      } else if (character > '\u07ff') right += 1;
    }
  return right > RIGHT_PER_WRONG * wrong ? first : null;
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
  for (const encoding of marked === undefined ? WITHOUT_MARK : [marked]) {
    if (await fits(path, encoding)) return { encoding, text: () => decode(path, encoding) };
    // A byte that was lost would make other words of all that follow it.
    const line = encoding === 'utf-8' ? await damagedLine(path) : null;
    if (line !== null) throw new UserError('import_damaged_text', { file, line });
  }
  throw new UserError('import_encoding', { file });
};
