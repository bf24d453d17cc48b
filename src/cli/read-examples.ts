import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ProblemsError, UserError } from '../errors.ts';
import type { Labelled } from '../intents/example.ts';
import { readLabelled } from '../intents/read-labelled.ts';

const MOST_MEGABYTES = 256;

/** Tables out of a Chinese Excel are often GB18030. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

const readText = async (path: string, file: string): Promise<string> => {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UserError('no_such_file', { file });
  if (found.size > MOST_MEGABYTES * 1e6) throw new UserError('examples_too_large', { file, most: MOST_MEGABYTES });
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) throw new UserError('no_such_file', { file });
  return decode(bytes);
};

/**
 * Reads a file of labelled messages, of whatever form.
 * @param labels false where the messages need no label.
 * @throws UserError for a file that cannot be read, ProblemsError naming every line that cannot be used.
 */
export const readExamples = async (options: { cwd: string; file: string; labels?: boolean }): Promise<Labelled[]> => {
  const { cwd, file, labels = true } = options;
  const { examples, problems } = readLabelled({ file, text: await readText(resolve(cwd, file), file), labels });
  if (problems.length > 0) throw new ProblemsError('examples_broken', problems);
  return examples;
};
