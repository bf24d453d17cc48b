import type { TagTree } from '../domain/tag-tree.ts';
import { ProblemsError } from '../errors.ts';
import { checkRules } from '../rules/check-rules.ts';
import { parseRules } from '../rules/parse-rules.ts';
import type { Rule } from '../rules/rule.ts';
import { readFolders } from './read-folders.ts';

/**
 * Reads all rules of the folders. All or nothing: whatever is wrong with any file throws, so the caller keeps the set it has.
 * @throws ProblemsError `rules_broken`, with every problem of every file.
 */
export async function loadRules({ dirs, tree }: { dirs: readonly string[]; tree: TagTree }): Promise<Rule[]> {
  const { files, problems } = await readFolders(dirs);
  const rules: Rule[] = [];
  const origin = new Map<Rule, string>();
  for (const { file, text } of files) {
    const read = parseRules({ file, text, tree });
    for (const one of read) {
      if ('message' in one) problems.push(one);
      else {
        rules.push(one);
        origin.set(one, file);
      }
    }
  }
  for (const { rule, message } of checkRules(rules, tree))
    problems.push({ file: origin.get(rule) ?? '', line: null, field: rule.id, message });
  if (problems.length > 0) throw new ProblemsError('rules_broken', problems);
  return rules;
}
