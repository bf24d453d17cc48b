import { join, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import type { WorkingDirs } from '../config/load-working.ts';

const LANGS = ['zh', 'en'];

/** Where the packs, rules and intents that come with the program lie. */
export const shippedDirs = (root: string): WorkingDirs => ({
  packs: LANGS.map((lang) => join(root, 'keywords', lang)),
  rules: [join(root, 'keywords', 'rules')],
  shippedRules: [join(root, 'keywords', 'rules')],
  intents: LANGS.map((lang) => join(root, 'keywords', 'intents', lang)),
  heldOut: join(root, 'keywords', 'intents', 'held-out'),
  material: [],
});

/** Where the packs, rules, intents and material of this installation lie: the shipped ones, and those of the configuration. */
export const workingDirs = (root: string, cwd: string, config: Config): WorkingDirs => {
  const shipped = shippedDirs(root);
  const own = (dirs: readonly string[]) => dirs.map((dir) => resolve(cwd, dir));
  return {
    ...shipped,
    packs: [...shipped.packs, ...own(config.keywords)],
    rules: [...shipped.rules, ...own(config.rules)],
    intents: [...shipped.intents, ...own(config.intents)],
    material: own(config.material),
  };
};
