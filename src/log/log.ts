import { type DestinationStream, type LevelWithSilent, type Logger, pino, stdTimeFunctions } from 'pino';
import { withoutWords } from './log-fields.ts';
import { createLogFile } from './log-file.ts';
import { redactLine } from './redact-line.ts';

export type Log = Logger;

interface LogOptions {
  level: LevelWithSilent;
  /** `$TAGWISE_HOME/logs/tagwise.log`; it comes with the first line. */
  file?: string;
  /** Takes the lines instead of the file. */
  stream?: DestinationStream;
}

/**
 * Makes the program's log: one JSON line an entry. ID and card numbers are masked in every finished line, and fields that hold
 * somebody's words are left out. Without `file` and `stream` it says nothing.
 */
export function createLog({ level, file, stream }: LogOptions): Log {
  const destination = stream ?? (file === undefined ? undefined : createLogFile({ file }));
  if (destination === undefined) return pino({ level: 'silent' });
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      // Errors are made plain by `withoutWords`; pino's own way would take them for something else.
      serializers: { err: (fields: unknown) => fields },
      formatters: { log: withoutWords },
      hooks: { streamWrite: redactLine },
    },
    destination,
  );
}
