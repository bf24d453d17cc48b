import { readArgs } from '../commands/read-args.ts';
import { loadMaterial } from '../config/load-material.ts';
import { createPeople } from '../config/people.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { type Problem, ProblemsError } from '../errors.ts';
import { commandVerb } from './command-verb.ts';
import { configOf } from './config-of.ts';
import { libraryAtHand } from './library-at-hand.ts';
import { writeProblems } from './output.ts';
import type { Call, Verb } from './verb.ts';
import { workingDirs } from './working-dirs.ts';

const problemsOf = async (call: Call): Promise<Problem[]> => {
  const config = await configOf(call);
  const tags = createTagTree(await libraryAtHand(call, 'material'));
  const people = createPeople(config.people);
  const { material: dirs } = workingDirs(call.process.root, call.process.cwd, config);
  try {
    await loadMaterial(dirs, { tags, person: (word) => people.byId(word)?.id });
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
};

/** The command `material`, and `check`, which needs the files and no customers. */
export const material = (): Verb => {
  const command = commandVerb('material');
  return {
    ...command,
    usage: { zh: 'material 客户 · material check', en: 'material CUSTOMER · material check' },
    run: async (call) => {
      const { words } = readArgs(call.args);
      if (words.length !== 1 || words[0] !== 'check') return command.run(call);
      const problems = await problemsOf(call);
      writeProblems(call, problems);
      return problems.length === 0 ? 0 : 1;
    },
  };
};
