import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Models kept beside the newest, for going back to what was in force before. */
const KEPT = 4;

const nameOf = (digest: string): string => `intents-${digest.slice(0, 32)}.model`;
const isModel = (name: string): boolean => /^intents-[0-9a-f]{32}\.model$/.test(name);

/** The bytes saved under this digest in the first of these folders that has them; null where none does. */
export const findModel = async (dirs: readonly string[], digest: string): Promise<Uint8Array | null> => {
  for (const dir of dirs) {
    const bytes = await readFile(join(dir, nameOf(digest))).catch(() => null);
    if (bytes) return bytes;
  }
  return null;
};

/** Saves a model, whole or not at all, and lets go of the oldest ones of the folder. */
export const saveModel = async (dir: string, digest: string, bytes: Uint8Array, kept = KEPT): Promise<void> => {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const draft = join(dir, `${randomUUID()}.draft`);
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, join(dir, nameOf(digest)));
  const others = (await readdir(dir)).filter((name) => isModel(name) && name !== nameOf(digest));
  const dated = await Promise.all(others.map(async (name) => ({ name, at: (await stat(join(dir, name))).mtimeMs })));
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(kept)) await rm(join(dir, name), { force: true });
};
