import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Problem, ProblemsError } from '../errors.ts';
import { PROCEDURE } from '../intents/digest-examples.ts';
import type { Example } from '../intents/example.ts';
import { gatherIntents, type Intent } from '../intents/gather-intents.ts';
import type { IntentFile } from '../intents/intent-file.ts';
import { parseIntent } from '../intents/parse-intent.ts';
import { readLabelled } from '../intents/read-labelled.ts';
import { readFolders } from './read-folders.ts';

/** The folders in which intents lie, and the one with messages by which their thresholds are chosen. */
export interface IntentDirs {
  intents: string[];
  heldOut: string;
}

/** Files as they were read, not yet understood. */
export interface IntentTexts {
  files: { file: string; text: string }[];
  heldOut: { file: string; text: string }[];
  problems: Problem[];
  /** Of all that the files say, letter by letter, and of how one learns from it: a model with this one needs no file to be understood. */
  digest: string;
}

/** Reads the files of the folders as they are. */
export const readIntentTexts = async ({ intents, heldOut: dir }: IntentDirs): Promise<IntentTexts> => {
  const { files, problems } = await readFolders(intents);
  const names = (await readdir(dir)).filter((name) => name.endsWith('.jsonl')).sort();
  const heldOut = await Promise.all(
    names.map(async (name) => ({ file: `${basename(dir)}/${name}`, text: await readFile(join(dir, name), 'utf8') })),
  );
  const hash = createHash('sha256').update(`intents ${PROCEDURE}\n`);
  for (const { file, text } of [...files, ...heldOut]) hash.update(`${file}\0${text}\0`);
  return { files, heldOut, problems, digest: hash.digest('hex') };
};

/** What files say of intents. */
export interface Taught {
  intents: Intent[];
  examples: Example[];
  held: Example[];
}

/**
 * Understands what was read. All or nothing: whatever is wrong with any file throws, so the caller keeps those it has. `tagId` resolves what
 * a file calls a tag to the id of a tag in the library.
 * @throws ProblemsError `intents_broken`, with every problem of every file.
 */
export const understandIntents = (texts: IntentTexts, tagId: (name: string) => string | undefined): Taught => {
  const problems = [...texts.problems];
  const parsed: IntentFile[] = [];
  for (const { file, text } of texts.files) {
    const one = parseIntent({ file, text, tagId });
    if (Array.isArray(one)) problems.push(...one);
    else parsed.push(one);
  }
  const { intents, examples, problems: contradictions } = gatherIntents(parsed);
  const known = new Set(intents.map(({ id }) => id));
  const held: Example[] = [];
  for (const one of texts.heldOut) {
    const read = readLabelled({ ...one, labels: true });
    problems.push(...read.problems);
    held.push(...read.examples.filter(({ label }) => known.has(label)));
  }
  problems.push(...contradictions);
  if (problems.length > 0) throw new ProblemsError('intents_broken', problems);
  return { intents, examples, held };
};
