import { iso } from '../answers/cause-answers.ts';
import { hitsAnswer, hitsOf } from '../answers/hits-answer.ts';
import { carriedBecauseOf, ruleAnswer, tagsOfRule } from '../answers/rule-answer.ts';
import { nearWord } from '../domain/near-word.ts';
import type { Reply } from '../domain/reply.ts';
import type { RuleMode } from '../domain/rulebook.ts';
import { UsageError, UserError } from '../errors.ts';
import type { Rule } from '../rules/rule.ts';
import type { Command, Context } from './command.ts';
import { readArgs } from './read-args.ts';
import { setUpRow } from './set-up-row.ts';

const VERBS = ['list', 'show', 'hits', 'on', 'off', 'check'];
const SWITCHERS = ['manager', 'admin'];

const ruleOf = ({ app }: Context, word: string | undefined): Rule => {
  if (word === undefined) throw new UsageError('rules_usage');
  const all = app.inForce.allRules();
  const found = all.find(({ id }) => id === word.toLowerCase()) ?? all.find(({ name }) => name === word);
  if (found) return found;
  const near = nearWord(word, [...all.map(({ id }) => id), ...all.map(({ name }) => name)]);
  throw near === null ? new UserError('unknown_rule', { id: word }) : new UserError('unknown_rule_near', { id: word, near });
};

const details = async (context: Context, rule: Rule, history: boolean) => {
  const { store } = context.app;
  const carried = await carriedBecauseOf(context.app, { kind: 'rule', id: rule.id }, tagsOfRule(rule));
  const contents = history ? await store.rulebook.contents(rule.id) : null;
  return {
    ...ruleAnswer(context.app, rule, context.lang),
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

/** What rules, packs and intents gave; with a word, of one of them, and how many carry its tags because of it. */
const hits = async ({ app, lang }: Context, word: string): Promise<Reply> => {
  if (word === '') return { kind: 'hits', doc: await hitsAnswer(app, lang) };
  const doc = await hitsOf(app, lang, word);
  if (doc) return { kind: 'hits', doc };
  const { sources } = await hitsAnswer(app, lang);
  const near = nearWord(word, [...sources.map(({ id }) => id), ...sources.map(({ name }) => name)]);
  throw near === null ? new UserError('unknown_rule', { id: word }) : new UserError('unknown_rule_near', { id: word, near });
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
    const { app, lang } = context;
    return { kind: 'rules', doc: { rules: app.inForce.allRules().map((rule) => ruleAnswer(app, rule, lang)) } };
  }
  if (verb === 'hits') return hits(context, rest.join(' '));
  const rule = ruleOf(context, rest.length === 0 ? undefined : rest.join(' '));
  if (verb === 'show') return { kind: 'rule', doc: await details(context, rule, options.has('history')) };
  return switchTo(context, verb === 'on' ? 'on' : 'off', rule);
};

export const rules: Command = {
  name: 'rules',
  aliases: ['规则'],
  usage: {
    zh: 'rules [list|show 规则 [--history]|hits [规则或词组]|on 规则|off 规则|check]',
    en: 'rules [list|show RULE [--history]|hits [RULE|TOPIC]|on RULE|off RULE|check]',
  },
  summary: {
    zh: '看规则做什么、哪些在用；hits 看 30 天里各命中多少；打开或关闭一条；check 检查规则文件',
    en: 'what the rules do and which are on; hits: what came of each in 30 days; switches one; check looks at the rule files',
  },
  writes: ([verb]) => verb === 'on' || verb === 'off',
  run,
};
