import { canonicalJson } from '../domain/canonical-json.ts';
import type { RuleContent, WrittenRule } from '../domain/rulebook.ts';
import type { SetFault } from './check-rules.ts';
import type { Rule } from './rule.ts';

const substance = ({ name: _, mode: __, ...form }: WrittenRule['form']): string => canonicalJson(form);

/**
 * Rules whose version has said something else before: a tag's cause names the version, and can then not tell which of the two it was. Not
 * refused, since people try things out: it is for their author to know.
 */
export const reusedVersions = (rules: readonly Rule[], contents: ReadonlyMap<string, readonly RuleContent[]>): SetFault[] =>
  rules.flatMap((rule) => {
    const said = (contents.get(rule.id) ?? []).filter(({ version }) => version === rule.version);
    return said.some(({ form }) => substance(form) !== substance(rule.written.form))
      ? [{ rule, field: '.version', message: `Raise the version: version ${rule.version} of this rule has said something else.` }]
      : [];
  });
