import { createHash } from 'node:crypto';
import type { Example } from './example.ts';

/** Raise it when training changes: a model of another procedure is another model. */
export const PROCEDURE = 4;

/** The digest of a set of examples, of the messages held out, of those said to be something else, and of the procedure that trains on them. */
export const digestExamples = (ordered: readonly Example[], held: readonly Example[], wrong: readonly Example[] = []): string => {
  const hash = createHash('sha256').update(`intents ${PROCEDURE}\n`);
  for (const { text, label } of ordered) hash.update(`${JSON.stringify([label, text])}\n`);
  hash.update('held out\n');
  for (const { text, label } of held) hash.update(`${JSON.stringify([label, text])}\n`);
  // Nothing where there is none, so that models of before stay what they are.
  for (const { text, label } of wrong) hash.update(`${JSON.stringify(['not', label, text])}\n`);
  return hash.digest('hex');
};
