import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIntentTexts, understandIntents } from '../config/load-intents.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { findModel, saveModel } from '../home/models.ts';
import { encodeModel } from '../intents/model-file.ts';
import { trainTaught } from '../intents/train-taught.ts';
import { shippedLibrary } from './open-library.ts';
import { shippedDirs } from './working-dirs.ts';

// Part of the build: the model of the shipped intents, so that nobody waits for it at start.
const dist = dirname(fileURLToPath(import.meta.url));
const root = join(dist, '..');
const texts = await readIntentTexts(shippedDirs(root));
if (!(await findModel([dist], texts.digest))) {
  const tagId = tagIdIn(createTagTree(await shippedLibrary(root)));
  await saveModel(dist, texts.digest, encodeModel(trainTaught(understandIntents(texts, tagId))), 0);
}
