import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Lesson } from '../domain/lesson.ts';
import { type Problem, ProblemsError } from '../errors.ts';
import { addLessons, type Taught } from '../intents/add-lessons.ts';
import { PROCEDURE } from '../intents/digest-examples.ts';
import type { Example } from '../intents/example.ts';
import { gatherIntents } from '../intents/gather-intents.ts';
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
  /** What people said of messages beside. */
  lessons: readonly Lesson[];
  /** Of all that files and people say, letter by letter, and of how one learns from it: a model with this one needs no file to be understood. */
  digest: string;
}

/** What lessons say, whoever said it, when and in which order: going back to what was learnt before finds the model of then. */
const saidIn = (lessons: readonly Lesson[]): string[] =>
  [...new Set(lessons.map(({ intent, says, text }) => canonicalJson([intent, says, text])))].sort();

/** Reads the files of the folders as they are. @param lessons what people taught beside them. */
export const readIntentTexts = async (
  { intents, heldOut: dir }: IntentDirs,
  lessons: readonly Lesson[] = [],
): Promise<IntentTexts> => {
  const { files, problems } = await readFolders(intents);
  const names = (await readdir(dir)).filter((name) => name.endsWith('.jsonl')).sort();
  const heldOut = await Promise.all(
    names.map(async (name) => ({ file: `${basename(dir)}/${name}`, text: await readFile(join(dir, name), 'utf8') })),
  );
  const hash = createHash('sha256').update(`intents ${PROCEDURE}\n`);
  for (const { file, text } of [...files, ...heldOut]) hash.update(`${file}\0${text}\0`);
  for (const one of saidIn(lessons)) hash.update(`${one}\n`);
  return { files, heldOut, problems, lessons, digest: hash.digest('hex') };
};

/**
 * Understands what was read, files and lessons. All or nothing: whatever is wrong with any file throws, so the caller keeps those it has. `tagId` resolves what
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
  return addLessons({ intents, examples, held, wrong: [] }, texts.lessons);
};

/** Reads what the files of these folders teach, and understands them anew only where they have changed: that takes a third of a second. */
export const createReadTaught = (): ((options: {
  dirs: IntentDirs;
  tagId: (name: string) => string | undefined;
}) => Promise<Taught>) => {
  let known: { digest: string; taught: Taught } | null = null;
  return async ({ dirs, tagId }) => {
    const texts = await readIntentTexts(dirs);
    if (known?.digest !== texts.digest) known = { digest: texts.digest, taught: understandIntents(texts, tagId) };
    return known.taught;
  };
};
