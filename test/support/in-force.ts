import { join } from 'node:path';
import { openIntents } from '../../src/cli/open-intents.ts';
import { shippedLibrary } from '../../src/cli/open-library.ts';
import { shippedDirs } from '../../src/cli/working-dirs.ts';
import { type Config, parseConfig } from '../../src/config/config.ts';
import { createReadTaught } from '../../src/config/load-intents.ts';
import { loadWorking } from '../../src/config/load-working.ts';
import { tagIdIn } from '../../src/domain/tag-id.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { createInForce, type Holding, type InForce } from '../../src/in-force.ts';
import type { Rule } from '../../src/rules/rule.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

let shipped: Promise<Omit<Holding, 'config'>> | undefined;

/** The model of the shipped intents is part of the build; where the examples are newer it is trained again. */
const load = async () => {
  const library = await shippedLibrary(ROOT);
  const dirs = shippedDirs(ROOT);
  const intents = await openIntents({
    ...{ root: ROOT, models: join(ROOT, 'dist'), dirs, tagId: tagIdIn(createTagTree(library)) },
    training: () => undefined,
    signal: AbortSignal.timeout(120_000),
  });
  return { library, intents, ...(await loadWorking(library, dirs)) };
};

/** The same with rules of somebody's own beside those in force. */
export const withRules = (inForce: InForce, own: readonly Rule[]): InForce =>
  createInForce({
    ...{ library: inForce.library(), topics: [...inForce.topics().values()], config: inForce.config() },
    rules: [...inForce.rules().set.all, ...own],
  });

/** What ships, with a configuration given as YAML. */
export const shippedInForce = async (yaml = ''): Promise<InForce> => {
  shipped ??= load();
  const config: Config = parseConfig(yaml, 'tagwise.yaml');
  return createInForce({ ...(await shipped), config });
};

const readTaught = createReadTaught();

/** What the shipped files of intents teach. */
export const shippedTaught = async () =>
  readTaught({ dirs: shippedDirs(ROOT), tagId: tagIdIn(createTagTree(await shippedLibrary(ROOT))) });
