import { readArgs } from '../commands/read-args.ts';
import { readIntentTexts, understandIntents } from '../config/load-intents.ts';
import { readRules } from '../config/load-rules.ts';
import type { WorkingDirs } from '../config/load-working.ts';
import { createTagTree, type TagTree } from '../domain/tag-tree.ts';
import { type Problem, ProblemsError, UsageError } from '../errors.ts';
import { reusedVersions } from '../rules/reused-versions.ts';
import type { Rule } from '../rules/rule.ts';
import { askForIntents, unknownIntents } from '../rules/unknown-intents.ts';
import { unknownReaders } from '../rules/unknown-readers.ts';
import { unknownWebhooks } from '../rules/unknown-webhooks.ts';
import { commandVerb } from './command-verb.ts';
import { configOf } from './config-of.ts';
import { readAtHand } from './library-at-hand.ts';
import { shippedLibrary } from './open-library.ts';
import { writeProblems } from './output.ts';
import { tolerantTagId } from './tolerant-tag-id.ts';
import type { Call, Verb } from './verb.ts';
import { workingDirs } from './working-dirs.ts';

interface Findings {
  problems: Problem[];
  /** What is no mistake, but worth knowing. */
  warnings: Problem[];
}

/** Broken files of intents are told of elsewhere; until they are mended nobody knows which there are. */
const oddIntents = async (own: readonly Rule[], dirs: WorkingDirs, tree: TagTree) => {
  if (!askForIntents(own)) return [];
  try {
    const { intents } = understandIntents(await readIntentTexts(dirs), tolerantTagId(tree).tagId);
    return unknownIntents(
      own,
      intents.map(({ id }) => id),
    );
  } catch (error) {
    if (error instanceof ProblemsError) return [];
    throw error;
  }
};

const check = async (call: Call): Promise<Findings> => {
  const stored = await readAtHand(call, 'rules', async ({ home, rulebook }) => ({
    library: await home.library(),
    contents: await rulebook.allContents(),
  }));
  const tree = createTagTree(stored?.library ?? (await shippedLibrary(call.process.root)));
  try {
    const config = await configOf(call);
    const working = workingDirs(call.process.root, call.process.cwd, config);
    const { rules: dirs, shippedRules } = working;
    const { rules: found, own } = await readRules({ dirs, shipped: shippedRules, tree, zone: config.zone });
    const odd = [
      ...reusedVersions(found, stored?.contents ?? new Map()),
      ...unknownReaders(own, config.people),
      ...unknownWebhooks(
        own,
        config.webhooks.map(({ name }) => name),
      ),
      ...(await oddIntents(own, working, tree)),
    ];
    const warnings = odd.map(({ rule, field, message }) => ({
      ...{ file: rule.written.file, line: null, field: `${rule.id}${field}`, message },
    }));
    return { problems: [], warnings };
  } catch (error) {
    if (error instanceof ProblemsError) return { problems: error.problems, warnings: [] };
    throw error;
  }
};

/** The command `rules`, and `check`, which needs the files and no customers. */
export const rules = (): Verb => {
  const command = commandVerb('rules');
  return {
    ...command,
    run: async (call) => {
      const { words } = readArgs(call.args, [], ['history']);
      if (words[0] !== 'check') return command.run(call);
      if (words.length > 1) throw new UsageError('rules_usage');
      const { problems, warnings } = await check(call);
      writeProblems(call, problems, warnings);
      return problems.length === 0 ? 0 : 1;
    },
  };
};
