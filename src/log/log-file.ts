import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

interface LogFileOptions {
  file: string;
  /** The file is put aside before it would grow beyond this, bytes. */
  maxBytes?: number;
  /** How many files put aside are kept: `file.1` is the newest. */
  keep?: number;
}

/**
 * A destination for log lines; file and directory come with the first line. It opens the file anew for each line, so several
 * processes of one home can write and rotate it side by side. A full disk costs lines, never the bot: how many is in the next one.
 */
export function createLogFile({ file, maxBytes = 10 * 1024 * 1024, keep = 3 }: LogFileOptions) {
  let lost = 0;

  const rotate = () => {
    for (let n = keep; n >= 1; n -= 1) {
      const from = n === 1 ? file : `${file}.${n - 1}`;
      if (existsSync(from)) renameSync(from, `${file}.${n}`);
    }
  };
  const append = (line: string) => {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > 0 && size + Buffer.byteLength(line) > maxBytes) rotate();
    mkdirSync(dirname(file), { recursive: true });
    // Others on the machine have no business in it.
    appendFileSync(file, line, { mode: 0o600 });
  };
  const write = (line: string): void => {
    try {
      append(lost === 0 ? line : `${JSON.stringify({ level: 50, lost, msg: 'log lines could not be written' })}\n${line}`);
      lost = 0;
    } catch {
      lost += 1;
    }
  };
  return { write };
}
