// yauzl 3.4 brings no types; this is the part that we call.
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    fileName: string;
    uncompressedSize: number;
    generalPurposeBitFlag: number;
  }

  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export function openPromise(path: string, options: { lazyEntries: true; autoClose: boolean }): Promise<ZipFile>;
}
