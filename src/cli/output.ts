import type { App } from '../app.ts';
import type { Reply } from '../domain/reply.ts';
import type { Problem } from '../errors.ts';
import { problemsIn } from '../text/problem-words.ts';
import { namesOf } from '../text/terminal/names-of.ts';
import { problemLine } from '../text/terminal/render-error.ts';
import { renderReply } from '../text/terminal/render-reply.ts';
import type { View } from '../text/terminal/view.ts';
import type { Call } from './verb.ts';

/** Whether to use colours: on a terminal, unless NO_COLOR says no. */
export const colourful = ({ process }: Call): boolean =>
  process.env['FORCE_COLOR'] ? true : process.stdout.isTTY === true && !process.env['NO_COLOR'];

/** Writes one JSON document. */
export const writeJson = ({ process }: Call, document: unknown): void => {
  process.stdout.write(`${JSON.stringify(document)}\n`);
};

/** How answers look to this caller: language, colours, names of tags and people. */
export const viewOf = (call: Call, { inForce, clock }: Pick<App, 'inForce' | 'clock'>): View => {
  const { lang } = call.global;
  const names = namesOf({ tree: inForce.tree(), lang, person: (id) => inForce.people().byId(id)?.name });
  return { lang, colour: colourful(call), zone: inForce.config().zone, now: clock.asOf(), names };
};

/** Writes an answer: its document with `--json`, else for people. */
export const writeReply = (call: Call, reply: Reply, view: View): void => {
  if (call.global.json) writeJson(call, reply.doc);
  else call.process.stdout.write(`${renderReply(reply, view)}\n`);
};

/** Writes what is wrong with files: one document with `--json`, else a line each. `warnings` are no mistakes. */
export const writeProblems = (call: Call, found: readonly Problem[], warned: readonly Problem[] = []): void => {
  const { lang, json } = call.global;
  const problems = problemsIn(found, lang);
  const warnings = problemsIn(warned, lang);
  const ok = problems.length === 0;
  if (json) writeJson(call, { ok, problems, ...(warnings.length > 0 ? { warnings } : {}) });
  else
    call.process.stdout.write(
      [...(ok ? ['ok'] : []), ...[...problems, ...warnings].map((one) => problemLine(one))].join('\n').concat('\n'),
    );
};
