import type { Library } from '../domain/tag.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import type { Topic } from '../match/topics.ts';
import type { Rule } from '../rules/rule.ts';
import type { IntentDirs } from './load-intents.ts';
import { loadPacks } from './load-packs.ts';
import { loadRules } from './load-rules.ts';

/** The folders in which keyword packs, rules, intents and material lie. */
export interface WorkingDirs extends IntentDirs {
  packs: string[];
  rules: string[];
  /** Those of `rules` that come with the program. */
  shippedRules?: string[];
  /** Those of material, none of which comes with the program. */
  material: string[];
}

/**
 * Reads the keyword packs and rules that fit a library. All or nothing.
 * @throws ProblemsError with everything that is wrong with any file.
 */
export const loadWorking = async (
  library: Library,
  dirs: Pick<WorkingDirs, 'packs' | 'rules' | 'shippedRules'>,
  zone?: string,
): Promise<{ topics: Topic[]; rules: Rule[] }> => {
  const tree = createTagTree(library);
  const { topics } = await loadPacks({ dirs: dirs.packs, tagId: tagIdIn(tree) });
  return { topics, rules: await loadRules({ dirs: dirs.rules, shipped: dirs.shippedRules, tree, zone }) };
};
