import { join } from 'node:path';
import { shippedLibrary } from '../../src/cli/open-library.ts';
import { type Config, parseConfig } from '../../src/config/config.ts';
import { loadWorking } from '../../src/config/load-working.ts';
import type { Library } from '../../src/domain/tag.ts';
import { createInForce, type InForce } from '../../src/in-force.ts';
import type { Topic } from '../../src/match/topics.ts';
import type { Rule } from '../../src/rules/rule.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

let shipped: Promise<{ library: Library; topics: Topic[]; rules: Rule[] }> | undefined;

const load = async () => {
  const library = await shippedLibrary(ROOT);
  const packs = ['zh', 'en'].map((lang) => join(ROOT, 'keywords', lang));
  return { library, ...(await loadWorking(library, { packs, rules: [join(ROOT, 'keywords', 'rules')] })) };
};

/** The same with rules of somebody's own beside those in force. */
export const withRules = (inForce: InForce, own: readonly Rule[]): InForce =>
  createInForce({
    ...{ library: inForce.library(), topics: [...inForce.matcher().topics.values()], config: inForce.config() },
    rules: [...inForce.rules().set.all, ...own],
  });

/** The shipped library and packs, with a configuration given as YAML. */
export const shippedInForce = async (yaml = ''): Promise<InForce> => {
  shipped ??= load();
  const config: Config = parseConfig(yaml, 'tagwise.yaml');
  return createInForce({ ...(await shipped), config });
};
