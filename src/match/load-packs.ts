import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Problem, ProblemsError } from '../errors.ts';
import { gatherTopics } from './gather-topics.ts';
import type { KeywordPack } from './keyword-pack.ts';
import { parsePack } from './parse-pack.ts';
import type { Topic } from './topics.ts';

/** 100 000 phrases of ordinary length fit; anything larger is not a pack. */
const LARGEST_FILE = 4 * 1024 * 1024;

function problem(file: string, message: string): Problem {
  return { file, line: null, field: '', message };
}

/** Bytes to text, or null where they are not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function readPack(path: string, file: string): Promise<string | Problem> {
  try {
    // A link may lead anywhere, and change what is loaded without the folder changing.
    const stats = await lstat(path);
    if (!stats.isFile()) return problem(file, 'Put the file itself here: links, folders and devices are not read as packs.');
    if (stats.size > LARGEST_FILE) return problem(file, 'Split the pack: a file may have at most 4 MB.');
    const text = decode(await readFile(path));
    return text ?? problem(file, 'Save the file as UTF-8.');
  } catch {
    return problem(file, 'Make the file readable: it could not be opened.');
  }
}

/** Names of the pack files of a folder, sorted; hidden files and everything that is not YAML are no packs. */
async function packNames(dir: string): Promise<string[] | Problem> {
  try {
    return (await readdir(dir)).filter((name) => /^[^.].*\.ya?ml$/i.test(name)).sort();
  } catch {
    return problem(basename(dir), 'Create this folder or correct its path: it could not be opened.');
  }
}

/**
 * Reads all packs of the folders, not of folders inside them. All or nothing: whatever is wrong with any file throws, so the caller keeps
 * the set it has. `tagId` resolves what a pack calls a tag to the id of a tag in the library.
 * @throws ProblemsError `packs_broken`, with every problem of every file.
 */
export async function loadPacks(options: {
  dirs: string[];
  tagId: (name: string) => string | undefined;
}): Promise<{ packs: KeywordPack[]; topics: Topic[] }> {
  const packs: KeywordPack[] = [];
  const problems: Problem[] = [];
  for (const dir of options.dirs) {
    const names = await packNames(dir);
    if (!Array.isArray(names)) {
      problems.push(names);
      continue;
    }
    for (const name of names) {
      const file = `${basename(dir)}/${name}`;
      const text = await readPack(join(dir, name), file);
      const pack = typeof text === 'string' ? parsePack({ file, text, tagId: options.tagId }) : [text];
      if (Array.isArray(pack)) problems.push(...pack);
      else packs.push(pack);
    }
  }
  const gathered = gatherTopics(packs);
  problems.push(...gathered.problems);
  if (problems.length > 0) throw new ProblemsError('packs_broken', problems);
  return { packs, topics: gathered.topics };
}
