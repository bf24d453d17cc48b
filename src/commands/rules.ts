import { iso } from '../answers/cause-answers.ts';
import type { RuleAnswer } from '../domain/answers.ts';
import { nearWord } from '../domain/near-word.ts';
import type { Reply } from '../domain/reply.ts';
import type { RuleMode } from '../domain/rulebook.ts';
import { UsageError, UserError } from '../errors.ts';
import type { Rule } from '../rules/rule.ts';
import { familyWords, ruleWords } from '../text/rule-words.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';
import { setUpRow } from './set-up-row.ts';

const VERBS = ['list', 'show', 'on', 'off', 'check'];
const SWITCHERS = ['manager', 'admin'];

const answerOf = ({ app, lang }: Context, { id, name, version, mode, kind, written }: Rule): RuleAnswer => {
  const tree = app.inForce.tree();
  const means = new Map(written.means);
  const tag = (word: string) => familyWords(word, lang) ?? tree.label(means.get(word) ?? word, lang);
  const { silenceDays, quoteDays } = app.inForce.rules();
  const switched = app.inForce.rulebook().switches[id] !== undefined;
  return {
    id,
    name,
    does: ruleWords(written.form, { lang, tag, silenceDays, quoteDays }),
    kind,
    version,
    mode,
    switched,
    file: written.file,
  };
};

const ruleOf = ({ app }: Context, word: string | undefined): Rule => {
  if (word === undefined) throw new UsageError('rules_usage');
  const all = app.inForce.allRules();
  const found = all.find(({ id }) => id === word.toLowerCase()) ?? all.find(({ name }) => name === word);
  if (found) return found;
  const near = nearWord(word, [...all.map(({ id }) => id), ...all.map(({ name }) => name)]);
  throw near === null ? new UserError('unknown_rule', { id: word }) : new UserError('unknown_rule_near', { id: word, near });
};

/** The tags that it names; those of the catalogue stand in `product`. */
const tagsOf = (rule: Rule): string[] =>
  rule.kind === 'state'
    ? rule.each === undefined
      ? [rule.tag]
      : []
    : rule.actions.flatMap((action) => (action.do === 'add' ? [action.tag] : []));

const details = async (context: Context, rule: Rule, history: boolean) => {
  const { store, inForce } = context.app;
  const carried = await Promise.all(
    [...new Set(tagsOf(rule))].map(async (tag) => ({
      tag: inForce.tree().label(tag),
      customers: await store.customers.count({
        tagIds: tag,
        [`state.tags.${tag}.causes`]: { $elemMatch: { kind: 'rule', id: rule.id } },
      }),
    })),
  );
  const contents = history ? await store.rulebook.contents(rule.id) : null;
  return {
    ...answerOf(context, rule),
    written: rule.written.form,
    carried,
    ...(contents
      ? { history: contents.map(({ version, form, at }) => ({ at: iso(at), version, written: form })).reverse() }
      : {}),
  };
};

const switchTo = async (context: Context, mode: RuleMode, rule: Rule): Promise<Reply> => {
  const { app, actor } = context;
  if (!SWITCHERS.includes(actor.role)) {
    await app.store.ledger.append([setUpRow(context, 'rules', { denial: 'rules_managers_only' })]);
    throw new UserError('rules_managers_only', { role: actor.role });
  }
  const changed = rule.mode !== mode;
  if (changed) {
    await app.switchRule(rule.id, mode, setUpRow(context, 'rules', { note: `${rule.id} ${mode}` }));
    await app.followChanges();
  }
  return { kind: 'rule', doc: { ...(await details(context, ruleOf(context, rule.id), false)), changed } };
};

const run = async (context: Context, args: readonly string[]): Promise<Reply> => {
  const { words, options } = readArgs(args, [], ['history']);
  const [verb = 'list', ...rest] = words;
  if (!VERBS.includes(verb)) {
    const near = nearWord(verb, VERBS);
    throw near === null ? new UsageError('rules_usage') : new UsageError('rules_usage_near', { word: verb, near });
  }
  // Looking at files is for whoever can reach them.
  if (verb === 'check') throw new UsageError('rules_check_elsewhere');
  if (options.has('history') && verb !== 'show') throw new UsageError('rules_usage');
  if (verb === 'list') {
    if (rest.length > 0) throw new UsageError('rules_usage');
    return { kind: 'rules', doc: { rules: context.app.inForce.allRules().map((rule) => answerOf(context, rule)) } };
  }
  const rule = ruleOf(context, rest.length === 0 ? undefined : rest.join(' '));
  if (verb === 'show') return { kind: 'rule', doc: await details(context, rule, options.has('history')) };
  return switchTo(context, verb === 'on' ? 'on' : 'off', rule);
};

export const rules: Command = {
  name: 'rules',
  aliases: ['规则'],
  usage: {
    zh: 'rules [list|show 规则 [--history]|on 规则|off 规则|check]',
    en: 'rules [list|show RULE [--history]|on RULE|off RULE|check]',
  },
  summary: {
    zh: '看规则做什么、哪些在用；打开或关闭一条；check 检查规则文件',
    en: 'what the rules do and which are on; switches one; check looks at the rule files',
  },
  writes: ([verb]) => verb === 'on' || verb === 'off',
  run,
};
