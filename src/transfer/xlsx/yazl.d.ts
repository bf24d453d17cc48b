// yazl brings no types; this is the part that we call.
declare module 'yazl' {
  import type { Readable } from 'node:stream';

  export class ZipFile {
    outputStream: Readable;
    addBuffer(content: Buffer, name: string): void;
    addReadStream(stream: Readable, name: string): void;
    end(): void;
    on(event: 'error', listener: (error: Error) => void): this;
  }
}
