import { readArgs } from '../commands/read-args.ts';
import { loadPacks } from '../config/load-packs.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { ProblemsError, UsageError } from '../errors.ts';
import { checkPacks } from '../match/check-packs.ts';
import { configOf } from './config-of.ts';
import { libraryAtHand } from './library-at-hand.ts';
import { writeProblems } from './output.ts';
import type { Call, Verb } from './verb.ts';
import { workingDirs } from './working-dirs.ts';

const problemsOf = async (call: Call) => {
  const tagId = tagIdIn(createTagTree(await libraryAtHand(call, 'packs')));
  try {
    const dirs = workingDirs(call.process.root, call.process.cwd, await configOf(call)).packs;
    return checkPacks(await loadPacks({ dirs, tagId }));
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
};

export const packs: Verb = {
  name: 'packs',
  usage: { zh: 'packs check', en: 'packs check' },
  summary: { zh: '检查关键词包：格式、命中与不命中的例句', en: 'checks the keyword packs: form, and their own hits and misses' },
  run: async (call) => {
    const { words } = readArgs(call.args);
    if (words.length !== 1 || words[0] !== 'check') throw new UsageError('packs_usage');
    const problems = await problemsOf(call);
    writeProblems(call, problems);
    return problems.length === 0 ? 0 : 1;
  },
};
