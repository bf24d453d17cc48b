import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rememberYaml } from '../domain/known-yaml.ts';

/** What the build wrote down of the files that come with the program: pairs of a text and what it says. */
export const yamlFile = (root: string): string => join(root, 'dist', 'yaml.json');

const isPair = (one: unknown): one is [string, unknown] => Array.isArray(one) && one.length === 2 && typeof one[0] === 'string';

/**
 * Takes it over, so that no call reads their YAML again; a file that was changed since has another text and is read. It spares time and nothing
 * else: where it is missing or damaged, all are read.
 */
export const recallYaml = async (root: string): Promise<void> => {
  const pairs: unknown = await readFile(yamlFile(root), 'utf8')
    .then((written) => JSON.parse(written) as unknown)
    .catch(() => []);
  if (!Array.isArray(pairs)) return;
  for (const pair of pairs) if (isPair(pair)) rememberYaml(...pair);
};
