import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Config } from '../config/config.ts';
import { type IntentDirs, readIntentTexts, understandIntents } from '../config/load-intents.ts';
import type { Lesson } from '../domain/lesson.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { findModel, saveModel } from '../home/models.ts';
import type { Taught } from '../intents/add-lessons.ts';
import type { IntentModel } from '../intents/model.ts';
import { decodeModel } from '../intents/model-file.ts';
import { createIntentReader } from '../intents/read-intents.ts';
import type { IntentReader } from '../match/understand.ts';
import { intentText } from '../text/intents.ts';
import type { Call } from './verb.ts';
import { workingDirs } from './working-dirs.ts';

export interface IntentParts {
  /** The project's own folder: the model of the shipped files lies in its `dist`. */
  root: string;
  /** Where models of other files are saved. */
  models: string;
  dirs: IntentDirs;
  /** What people taught beside the files. */
  lessons?: readonly Lesson[];
  tagId: (name: string) => string | undefined;
  /** Told that a model must be trained first, which takes a while. */
  training: (examples: number) => void;
  signal: AbortSignal;
}

/** What a call gives to open the intents: its folders, its home, and where it says that it is at work. */
export const intentParts = (
  { process, global }: Call,
  home: string,
  config: Config,
  tree: TagTree,
  lessons: readonly Lesson[],
): IntentParts => ({
  root: process.root,
  models: join(home, 'models'),
  dirs: workingDirs(process.root, process.cwd, config),
  lessons,
  tagId: tagIdIn(tree),
  training: (examples) => process.stderr.write(`${intentText.training[global.lang](examples)}\n`),
  signal: process.signal,
});

/** Trains in a thread of its own; Ctrl-C ends it. */
const train = (root: string, taught: Taught, signal: AbortSignal): Promise<Uint8Array> =>
  new Promise((done, failed) => {
    signal.throwIfAborted();
    const worker = new Worker(join(root, 'dist', 'train-worker.js'), { workerData: taught });
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      failed(signal.reason ?? new Error('training ended without a model'));
    });
  });

const saves = ({ root, models }: IntentParts): string[] => [join(root, 'dist'), models];

/** Whether there is a model of files with this digest already. */
export const isLearnt = async (parts: IntentParts, digest: string): Promise<boolean> =>
  (await findModel(saves(parts), digest)) !== null;

/** A saved model, unless it gives tags that the library does not have (any more). */
const saved = async (parts: IntentParts, digest: string): Promise<IntentModel | null> => {
  const bytes = await findModel(saves(parts), digest);
  const model = bytes && decodeModel(bytes);
  return model?.tags.flat().every((tag) => parts.tagId(tag) === tag) ? model : null;
};

/**
 * The model of the intents that files and people describe: as it was saved, else trained now and saved.
 * @throws ProblemsError `intents_broken`, with every problem of every file.
 */
export const openIntentModel = async (parts: IntentParts): Promise<IntentModel> => {
  const texts = await readIntentTexts(parts.dirs, parts.lessons);
  const found = await saved(parts, texts.digest);
  if (found) return found;
  const taught = understandIntents(texts, parts.tagId);
  parts.training(taught.examples.length);
  const bytes = await train(parts.root, taught, parts.signal);
  await saveModel(parts.models, texts.digest, bytes);
  const model = decodeModel(bytes);
  if (!model) throw new Error('a model that was just trained is whole');
  return model;
};

/** As `openIntentModel`: a reader of the intents. */
export const openIntents = async (parts: IntentParts): Promise<IntentReader> => createIntentReader(await openIntentModel(parts));
