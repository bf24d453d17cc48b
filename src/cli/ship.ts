import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIntentTexts, understandIntents } from '../config/load-intents.ts';
import { readFolders } from '../config/read-folders.ts';
import { readYaml } from '../domain/read-yaml.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { findModel, saveModel } from '../home/models.ts';
import { encodeModel } from '../intents/model-file.ts';
import { trainTaught } from '../intents/train-taught.ts';
import { libraryFile, shippedLibrary } from './open-library.ts';
import { yamlFile } from './recall-yaml.ts';
import { shippedDirs } from './working-dirs.ts';

// Part of the build: what the shipped files say and the model of the shipped intents, so that nobody waits for them at start.
const dist = dirname(fileURLToPath(import.meta.url));
const root = join(dist, '..');
const dirs = shippedDirs(root);

const { files } = await readFolders([...dirs.packs, ...dirs.rules]);
const written = [await readFile(libraryFile(root), 'utf8'), ...files.map(({ text }) => text)].flatMap((text) => {
  const read = readYaml({ text, file: '' });
  return 'value' in read ? [[text, read.value]] : [];
});
const draft = `${yamlFile(root)}.${process.pid}`;
await writeFile(draft, JSON.stringify(written));
await rename(draft, yamlFile(root));

const texts = await readIntentTexts(dirs);
if (!(await findModel([dist], texts.digest))) {
  const tagId = tagIdIn(createTagTree(await shippedLibrary(root)));
  await saveModel(dist, texts.digest, encodeModel(trainTaught(understandIntents(texts, tagId))), 0);
}
