import { readArgs } from '../commands/read-args.ts';
import { type IntentDirs, readIntentTexts, understandIntents } from '../config/load-intents.ts';
import { readRules } from '../config/load-rules.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree, type TagTree } from '../domain/tag-tree.ts';
import { type Problem, ProblemsError, UsageError } from '../errors.ts';
import { reusedVersions } from '../rules/reused-versions.ts';
import { unknownIntents } from '../rules/unknown-intents.ts';
import { unknownReaders } from '../rules/unknown-readers.ts';
import { unknownWebhooks } from '../rules/unknown-webhooks.ts';
import { intentNames } from '../text/intent-names.ts';
import { commandVerb } from './command-verb.ts';
import { readAtHand } from './library-at-hand.ts';
import { configOf } from './open-app.ts';
import { shippedLibrary } from './open-library.ts';
import { writeProblems } from './output.ts';
import type { Call, Verb } from './verb.ts';
import { workingDirs } from './working-dirs.ts';

interface Findings {
  problems: Problem[];
  /** What is no mistake, but worth knowing. */
  warnings: Problem[];
}

/** The intents that somebody teaches; those of broken files are told by `intents check`. */
const taughtIn = async (dirs: IntentDirs, tree: TagTree): Promise<string[]> => {
  try {
    return understandIntents(await readIntentTexts(dirs), tagIdIn(tree)).intents.map(({ id }) => id);
  } catch (error) {
    if (error instanceof ProblemsError) return Object.keys(intentNames);
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
      ...unknownIntents(own, await taughtIn(working, tree)),
      ...unknownWebhooks(
        own,
        config.webhooks.map(({ name }) => name),
      ),
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
