import { join, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import type { WorkingDirs } from '../config/load-working.ts';

/** Where the packs and rules that come with the program lie. */
export const shippedDirs = (root: string): WorkingDirs => ({
  packs: ['zh', 'en'].map((lang) => join(root, 'keywords', lang)),
  rules: [join(root, 'keywords', 'rules')],
  shippedRules: [join(root, 'keywords', 'rules')],
});

/** Where the packs and rules of this installation lie: the shipped ones, and those of the configuration. */
export const workingDirs = (root: string, cwd: string, config: Config): WorkingDirs => {
  const shipped = shippedDirs(root);
  const own = (dirs: readonly string[]) => dirs.map((dir) => resolve(cwd, dir));
  return { ...shipped, packs: [...shipped.packs, ...own(config.keywords)], rules: [...shipped.rules, ...own(config.rules)] };
};
