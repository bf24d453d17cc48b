import type { App } from '../app.ts';
import type { RuleAnswer } from '../domain/answers.ts';
import type { Cause } from '../domain/cause.ts';
import type { Rule } from '../rules/rule.ts';
import { familyWords, ruleWords } from '../text/rule-words.ts';

type Lang = 'zh' | 'en';

/** A rule as answers show it, what it does in the reader's language. */
export const ruleAnswer = ({ inForce }: App, { id, name, version, mode, kind, written }: Rule, lang: Lang): RuleAnswer => {
  const tree = inForce.tree();
  const means = new Map(written.means);
  const tag = (word: string) => familyWords(word, lang) ?? tree.label(means.get(word) ?? word, lang);
  const { silenceDays, quoteDays } = inForce.rules();
  const switched = inForce.rulebook().switches[id] !== undefined;
  const does = ruleWords(written.form, { lang, tag, silenceDays, quoteDays });
  return { id, name, does, kind, version, mode, switched, file: written.file };
};

/** The tags that it names; those of the catalogue stand in `product`. */
export const tagsOfRule = (rule: Rule): string[] =>
  rule.kind === 'state'
    ? rule.each === undefined
      ? [rule.tag]
      : []
    : rule.actions.flatMap((action) => (action.do === 'add' ? [action.tag] : []));

/** How many carry each of these tags because of a rule, topic or intent. Reads those who carry them. */
export const carriedBecauseOf = ({ store, inForce }: App, { kind, id }: Pick<Cause, 'kind' | 'id'>, tags: readonly string[]) =>
  Promise.all(
    [...new Set(tags)].map(async (tag) => ({
      tag: inForce.tree().label(tag),
      customers: await store.customers.count({
        tagIds: tag,
        [`state.tags.${tag}.causes`]: { $elemMatch: { kind, id } },
      }),
    })),
  );
