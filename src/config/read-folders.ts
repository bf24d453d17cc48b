import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Problem } from '../errors.ts';

/** 100 000 phrases of ordinary length fit; anything larger is neither a pack nor a rule. */
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

async function readText(path: string, file: string): Promise<string | Problem> {
  try {
    // A link may lead anywhere, and change what is loaded without the folder changing.
    const stats = await lstat(path);
    if (!stats.isFile()) return problem(file, 'Put the file itself here: links, folders and devices are not read.');
    if (stats.size > LARGEST_FILE) return problem(file, 'Split the file: it may have at most 4 MB.');
    const text = decode(await readFile(path));
    return text ?? problem(file, 'Save the file as UTF-8.');
  } catch {
    return problem(file, 'Make the file readable: it could not be opened.');
  }
}

/** Names of the YAML files of a folder, sorted; hidden files are left out. */
async function namesIn(dir: string): Promise<string[] | Problem> {
  try {
    return (await readdir(dir)).filter((name) => /^[^.].*\.ya?ml$/i.test(name)).sort();
  } catch {
    return problem(basename(dir), 'Create this folder or correct its path: it could not be opened.');
  }
}

/** A file that was read. `file` names it in messages: folder and name. */
export interface FolderFile {
  dir: string;
  file: string;
  text: string;
}

/** Reads the YAML files of the folders, not of folders inside them: what was read, and what could not be. */
export async function readFolders(dirs: readonly string[]): Promise<{ files: FolderFile[]; problems: Problem[] }> {
  const files: FolderFile[] = [];
  const problems: Problem[] = [];
  for (const dir of dirs) {
    const names = await namesIn(dir);
    if (!Array.isArray(names)) {
      problems.push(names);
      continue;
    }
    for (const name of names) {
      const file = `${basename(dir)}/${name}`;
      const text = await readText(join(dir, name), file);
      if (typeof text === 'string') files.push({ dir, file, text });
      else problems.push(text);
    }
  }
  return { files, problems };
}
