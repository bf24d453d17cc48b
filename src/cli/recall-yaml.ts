import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rememberYaml } from '../domain/known-yaml.ts';

/** What the build wrote down of the files that come with the program: pairs of a text and what it says. */
export const yamlFile = (root: string): string => join(root, 'dist', 'yaml.json');

/** Takes it over, so that no call reads their YAML again; a file that was changed since has another text and is read. */
export const recallYaml = async (root: string): Promise<void> => {
  const written = await readFile(yamlFile(root), 'utf8').catch(() => '[]');
  for (const [text, value] of JSON.parse(written) as [string, unknown][]) rememberYaml(text, value);
};
