import { type Rulebook, rulesOn, type Switches } from '../domain/rulebook.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Problem } from '../errors.ts';
import { checkRules } from './check-rules.ts';
import { recompileRule } from './compile-rule.ts';

/** What is wrong with the rules of a book that are on, taken together: a switch may close a circle that no file has. */
export const checkRulebook = (book: Rulebook, switches: Switches, tree: TagTree): Problem[] => {
  const on = rulesOn(book, switches).flatMap((written) => {
    const rule = recompileRule(written, { tree, zone: book.settings.zone });
    return rule ? [{ ...rule, mode: 'on' as const }] : [];
  });
  return checkRules(on, tree).map(({ rule, field, message }) => ({
    ...{ file: rule.written.file, line: null, field: `${rule.id}${field}`, message },
  }));
};
