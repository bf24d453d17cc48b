import type { TagTree } from '../domain/tag-tree.ts';
import { ProblemsError } from '../errors.ts';
import { checkRules } from '../rules/check-rules.ts';
import { DEFAULT_ZONE } from '../rules/meaning.ts';
import { type PlacedRule, parseRuleFile } from '../rules/parse-rules.ts';
import type { Rule } from '../rules/rule.ts';
import { readFolders } from './read-folders.ts';

/** All files together, characters; the book of rules is one document of the database. */
const LARGEST = 8_000_000;

/**
 * Reads all rules of the folders, those too that are off. All or nothing: whatever is wrong with any file throws, so the caller keeps
 * the set it has. `zone` is that of dates and times of day; `shipped` names those of the folders that come with the program.
 * @throws ProblemsError `rules_broken`, with every problem of every file.
 */
export async function loadRules({
  dirs,
  shipped = [],
  tree,
  zone = DEFAULT_ZONE,
}: {
  dirs: readonly string[];
  shipped?: readonly string[] | undefined;
  tree: TagTree;
  zone?: string | undefined;
}): Promise<Rule[]> {
  const { files, problems } = await readFolders(dirs);
  const found: PlacedRule[] = [];
  let size = 0;
  for (const { dir, file, text } of files) {
    size += text.length;
    if (size > LARGEST) {
      problems.push({
        file,
        line: null,
        field: '',
        message: `Write less: all rule files together may have ${LARGEST} characters.`,
      });
      break;
    }
    const read = parseRuleFile({ file, text }, { tree, zone, shipped: shipped.includes(dir) });
    found.push(...read.rules);
    problems.push(...read.problems);
  }
  const rules = found.map(({ rule }) => rule);
  const lines = new Map(found.map(({ rule, line }) => [rule, line]));
  for (const { rule, field, message } of checkRules(rules, tree))
    problems.push({ file: rule.written.file, line: lines.get(rule) ?? null, field: `${rule.id}${field}`, message });
  if (problems.length > 0) throw new ProblemsError('rules_broken', problems);
  return rules;
}
