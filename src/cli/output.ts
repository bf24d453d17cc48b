import type { Reply } from '../domain/answers.ts';
import type { Problem } from '../errors.ts';
import { renderReply } from '../text/terminal/render-reply.ts';
import type { Call } from './verb.ts';

/** Whether to use colours: on a terminal, unless NO_COLOR says no. */
export const colourful = ({ process }: Call): boolean =>
  process.env['FORCE_COLOR'] ? true : process.stdout.isTTY === true && !process.env['NO_COLOR'];

/** Writes one JSON document. */
export const writeJson = ({ process }: Call, document: unknown): void => {
  process.stdout.write(`${JSON.stringify(document)}\n`);
};

/** Writes an answer: its document with `--json`, else for people. */
export const writeReply = (call: Call, reply: Reply, { zone, now }: { zone: string; now: number }): void => {
  const { json, lang } = call.global;
  if (json) writeJson(call, reply.doc);
  else call.process.stdout.write(`${renderReply(reply, { lang, colour: colourful(call), zone, now })}\n`);
};

const problemLine = ({ file, line, field, message }: Problem): string =>
  `${[file, line].filter((part) => part !== null).join(':')}${field === '' ? '' : ` ${field}`}: ${message}\n`;

/** Writes what is wrong with files: one document with `--json`, else a line each. */
export const writeProblems = (call: Call, problems: readonly Problem[]): void => {
  const ok = problems.length === 0;
  if (call.global.json) writeJson(call, { ok, problems });
  else call.process.stdout.write(ok ? 'ok\n' : problems.map(problemLine).join(''));
};
