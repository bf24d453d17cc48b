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
 * the set it has. `zone` is that of dates and times of day; `shipped` names those of the folders that come with the program, `own` are
 * the rules of the others.
 * @throws ProblemsError `rules_broken`, with every problem of every file.
 */
export async function readRules({
  dirs,
  shipped = [],
  tree,
  zone = DEFAULT_ZONE,
}: {
  dirs: readonly string[];
  shipped?: readonly string[] | undefined;
  tree: TagTree;
  zone?: string | undefined;
}): Promise<{ rules: Rule[]; own: Rule[] }> {
  const { files, problems } = await readFolders(dirs);
  const found: (PlacedRule & { isShipped: boolean })[] = [];
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
    const isShipped = shipped.includes(dir);
    const read = parseRuleFile({ file, text }, { tree, zone, shipped: isShipped });
    found.push(...read.rules.map((placed) => ({ ...placed, isShipped })));
    problems.push(...read.problems);
  }
  const rules = found.map(({ rule }) => rule);
  const lines = new Map(found.map(({ rule, line }) => [rule, line]));
  for (const { rule, field, message } of checkRules(rules, tree))
    problems.push({ file: rule.written.file, line: lines.get(rule)?.() ?? null, field: `${rule.id}${field}`, message });
  if (problems.length > 0) throw new ProblemsError('rules_broken', problems);
  return { rules, own: found.filter(({ isShipped }) => !isShipped).map(({ rule }) => rule) };
}

/** As `readRules`: all of them. */
export const loadRules = async (parts: Parameters<typeof readRules>[0]): Promise<Rule[]> => (await readRules(parts)).rules;
