import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UserError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';

/** The files inside a workbook. */
export interface Archive {
  has: (name: string) => boolean;
  open: (name: string) => Promise<Readable>;
  close: () => void;
}

const ENCRYPTED = 1;

const entriesOf = async (zip: ZipFile, file: string): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    // What is declared is believed: the reader itself stops where a file turns out longer.
    if (unpacked > LIMITS.unpacked || entries.size >= LIMITS.parts)
      throw new UserError('import_bomb', { file, most: LIMITS.unpacked / 1_000_000 });
    if (entry.generalPurposeBitFlag & ENCRYPTED) throw new UserError('import_encrypted', { file });
    entries.set(entry.fileName.replace(/^\//, ''), entry);
  }
  return entries;
};

/**
 * Opens a workbook's archive after a look at how much it would unpack to; nothing is unpacked before.
 * @throws UserError for a bomb or an encrypted file; the reader's own error for what is no archive.
 */
export const openArchive = async (path: string, file: string): Promise<Archive> => {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    const entries = await entriesOf(zip, file);
    return {
      has: (name) => entries.has(name),
      open: (name) => {
        const entry = entries.get(name);
        if (!entry) throw new UserError('import_no_workbook', { file });
        return zip.openReadStreamPromise(entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
};
