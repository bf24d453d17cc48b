import { readArgs } from '../commands/read-args.ts';
import { loadRules } from '../config/load-rules.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { ProblemsError, UsageError } from '../errors.ts';
import { libraryAtHand } from './library-at-hand.ts';
import { configOf } from './open-app.ts';
import { writeProblems } from './output.ts';
import type { Call, Verb } from './verb.ts';
import { workingDirs } from './working-dirs.ts';

const problemsOf = async (call: Call) => {
  const tree = createTagTree(await libraryAtHand(call, 'rules'));
  try {
    const config = await configOf(call);
    const { rules, shippedRules } = workingDirs(call.process.root, call.process.cwd, config);
    await loadRules({ dirs: rules, shipped: shippedRules, tree, zone: config.zone });
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
};

export const rules: Verb = {
  name: 'rules',
  usage: { zh: 'rules check', en: 'rules check' },
  summary: {
    zh: '检查规则文件：条件、标签、互相打架的规则',
    en: 'checks the rule files: conditions, tags, rules that contradict each other',
  },
  run: async (call) => {
    const { words } = readArgs(call.args);
    if (words.length !== 1 || words[0] !== 'check') throw new UsageError('rules_usage');
    const problems = await problemsOf(call);
    writeProblems(call, problems);
    return problems.length === 0 ? 0 : 1;
  },
};
