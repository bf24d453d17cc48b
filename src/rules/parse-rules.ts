import { fieldName } from '../domain/field-name.ts';
import { readYaml } from '../domain/read-yaml.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Problem } from '../errors.ts';
import { compileRule } from './compile-rule.ts';
import { issueFault } from './issue-fault.ts';
import { DEFAULT_ZONE, freshMeaning, type Reader } from './meaning.ts';
import type { Rule } from './rule.ts';
import { type Path, RuleFault } from './rule-fault.ts';
import { schemaFor } from './rule-schema.ts';

/** One rule, or what is wrong with it, each with its place in the rule. */
const readForm = (raw: unknown, file: string, reader: Reader): Rule | RuleFault[] => {
  const schema = schemaFor(raw);
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return parsed.error.issues.map((issue) => issueFault(issue, schema, raw, []));
  try {
    return compileRule({ form: parsed.data, raw: raw as Record<string, unknown>, file }, freshMeaning(reader));
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    return [error];
  }
};

/** A rule, and the line on which it begins. */
export interface PlacedRule {
  rule: Rule;
  line: () => number | null;
}

/** Reads the text of one rule file: a list of rules, or one rule. Gives them with their lines, or everything that is wrong with them. */
export const parseRuleFile = (
  { file, text }: { file: string; text: string },
  reader: Reader,
): { rules: PlacedRule[]; problems: Problem[] } => {
  const read = readYaml({ text, file });
  if (Array.isArray(read)) return { rules: [], problems: read };
  const { value, lineOf } = read;
  const listed = Array.isArray(value);
  const rules: PlacedRule[] = [];
  const problems: Problem[] = [];
  if (value === null || (listed && value.length === 0))
    problems.push({ file, line: 1, field: '', message: 'Write at least one rule, or take the file away.' });
  for (const [place, raw] of (listed ? value : value === null ? [] : [value]).entries()) {
    const whole = (path: Path): Path => (listed ? [place, ...path] : path);
    const found = readForm(raw, file, reader);
    if (!Array.isArray(found)) rules.push({ rule: found, line: () => lineOf(whole([])) });
    else
      problems.push(
        ...found.map(({ path, message }) => ({ file, line: lineOf(whole(path)), field: fieldName(whole(path)), message })),
      );
  }
  return { rules, problems };
};

/** The rules of one file, or everything that is wrong with it. */
export const parseRules = ({
  file,
  text,
  tree,
  zone = DEFAULT_ZONE,
}: {
  file: string;
  text: string;
  tree: TagTree;
  zone?: string | undefined;
}): Rule[] | Problem[] => {
  const { rules, problems } = parseRuleFile({ file, text }, { tree, zone });
  return problems.length > 0 ? problems : rules.map(({ rule }) => rule);
};
