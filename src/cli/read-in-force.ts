import type { Config } from '../config/config.ts';
import { loadPacks } from '../config/load-packs.ts';
import { loadWorking, type WorkingDirs } from '../config/load-working.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { ProblemsError } from '../errors.ts';
import { createInForce, type InForce } from '../in-force.ts';
import type { Store } from '../store/store.ts';
import { consoleText } from '../text/console.ts';
import { renderError } from '../text/terminal/render-error.ts';
import { openLibrary, shippedLibrary } from './open-library.ts';
import type { Call } from './verb.ts';
import { shippedDirs, workingDirs } from './working-dirs.ts';

/**
 * Reads the shipped library, packs and rules while the database starts: mostly they are the ones in force. Packs that do not fit the
 * shipped library may fit the one in force, so they are no error yet.
 */
export const readAhead = async (root: string, dirs: WorkingDirs, zone: string) => {
  const library = await shippedLibrary(root);
  const working = await loadWorking(library, dirs, zone).catch((error) => {
    if (error instanceof ProblemsError) return null;
    throw error;
  });
  return { library, working };
};

/** What is in force, and whether this process's own files can be: else the stored rules, and packs that can be read, stand in. */
export const readInForce = async (
  call: Call,
  store: Store,
  config: Config,
  ahead: ReturnType<typeof readAhead>,
  lenient: boolean,
): Promise<{ inForce: InForce; whole: boolean }> => {
  const { root, cwd } = call.process;
  const { library: shipped, working } = await ahead;
  const library = await openLibrary(store, shipped);
  if (working && canonicalJson(library) === canonicalJson(shipped))
    return { inForce: createInForce({ library, ...working, config }), whole: true };
  const dirs = workingDirs(root, cwd, config);
  try {
    return { inForce: createInForce({ library, ...(await loadWorking(library, dirs, config.zone)), config }), whole: true };
  } catch (error) {
    // A verb that only looks goes on with the shipped packs; whoever reads words with them must have them right.
    const lastGood = error instanceof ProblemsError && error.code === 'rules_broken' && (await store.rulebook.read()) !== null;
    if (!(error instanceof ProblemsError) || !(lenient || lastGood)) throw error;
    const { message } = renderError(error, call.global.lang);
    call.process.stderr.write(`${lastGood ? consoleText.lastGood[call.global.lang](message) : message}\n`);
    const tagId = tagIdIn(createTagTree(library));
    const holding = lastGood
      ? { topics: (await loadPacks({ dirs: dirs.packs, tagId })).topics, rules: [] }
      : await loadWorking(library, shippedDirs(root), config.zone);
    return { inForce: createInForce({ library, ...holding, config }), whole: false };
  }
};
