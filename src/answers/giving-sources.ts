import type { App } from '../app.ts';
import type { Hits } from '../domain/usage.ts';
import type { Rule } from '../rules/rule.ts';
import { causeName, ruleWords } from '../text/cause-words.ts';
import { topicDoes } from '../text/topic-does.ts';
import { ruleAnswer, tagsOfRule } from './rule-answer.ts';

type Lang = 'zh' | 'en';

/** A rule, a topic of the packs or an intent: something that gives tags by itself. */
export type Source = Pick<Hits, 'kind' | 'id' | 'name' | 'does' | 'mode' | 'countable' | 'tags'>;

/** Whether the history has a line of what a rule does: of tags and tasks it has. */
const countable = (rule: Rule): boolean =>
  rule.kind === 'state' || rule.actions.some((action) => !['notify', 'webhook', 'remove'].includes(action.do));

/** All of them, the rules that are off too; of the intents those with these ids. */
export const giversOf = (app: App, intents: readonly string[], lang: Lang): Source[] => {
  const { inForce } = app;
  const tree = inForce.tree();
  const tag = (id: string) => tree.label(id, lang);
  const naming = { lang, tag: (id: string) => ({ name: tag(id) }) };
  const on = { mode: 'on', countable: true } as const;
  return [
    ...inForce.allRules().map((rule): Source => {
      const { id, name, does, mode } = ruleAnswer(app, rule, lang);
      const called = ruleWords(id, name, lang);
      return { kind: 'rule', id, name: called, does, mode, countable: countable(rule), tags: tagsOfRule(rule) };
    }),
    ...[...inForce.rules().topics.values()].map((topic): Source => {
      const { id, tags } = topic;
      return { kind: 'pack', id, name: causeName('pack', id, naming), does: topicDoes(topic, { lang, tag }), ...on, tags };
    }),
    ...intents.map((id): Source => ({ kind: 'intent', id, name: causeName('intent', id, naming), does: '', ...on, tags: [] })),
  ];
};
