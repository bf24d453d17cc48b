import type { OneRuleAnswer, RuleAnswer } from '../../domain/answers.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { ruleWords } from '../cause-words.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { table } from './table.ts';
import type { View } from './view.ts';
import { labelWords, timeWords } from './words.ts';

const WORDS = {
  zh: {
    count: (all: number, on: number) => `${all} 条规则，${on} 条在用`,
    mode: { on: '开', off: '关' },
    switched: '（手动）',
    version: '版本',
    next: '看一条：rules show 规则；关掉：rules off 规则；再打开：rules on 规则',
    carried: (tag: string, count: number) => `因它而带有“${tag}”的客户：${count}`,
    history: '以前的内容，新的在前：',
    none: '没有记录。',
    changed: { on: '已打开，所有客户已按它重算。', off: '已关闭，所有客户已重算。' },
    same: { on: '本来就开着，没有改动。', off: '本来就关着，没有改动。' },
  },
  en: {
    count: (all: number, on: number) => `${all} rules, ${on} of them on`,
    mode: { on: 'on', off: 'off' },
    switched: ' (by hand)',
    version: 'version',
    next: 'One of them: rules show RULE; off: rules off RULE; on again: rules on RULE',
    carried: (tag: string, count: number) => `Customers who carry "${tag}" because of it: ${count}`,
    history: 'What it said before, newest first:',
    none: 'Nothing is on record.',
    changed: { on: 'Switched on; everybody was worked out again.', off: 'Switched off; everybody was worked out again.' },
    same: { on: 'It is on already; nothing was changed.', off: 'It is off already; nothing was changed.' },
  },
};

const modeWords = ({ mode, switched }: RuleAnswer, { lang }: View): string =>
  `${WORDS[lang].mode[mode]}${switched ? WORDS[lang].switched : ''}`;

/** All rules: whether they are on, what they are called and do. */
export const renderRules = ({ rules }: { rules: RuleAnswer[] }, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const on = rules.filter(({ mode }) => mode === 'on').length;
  const rows = rules.map((rule) => [
    { text: printable(rule.id), ...(rule.mode === 'off' ? { paint: dim } : {}) },
    { text: modeWords(rule, view) },
    { text: printable(rule.does) },
  ]);
  return [bold(words.count(rules.length, on)), ...table(rows, { most: [24, 12] }), '', words.next];
};

/** One rule, as it stands in its file and in words. */
export const renderRule = (rule: OneRuleAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const head = `${printable(rule.id)}  ${ruleWords(rule.id, rule.name, view.lang)}`;
  const place = `${modeWords(rule, view)} · ${words.version} ${printable(rule.version)} · ${printable(rule.file)}`;
  const told = rule.changed === undefined ? [] : [rule.changed ? words.changed[rule.mode] : words.same[rule.mode]];
  const { history } = rule;
  const before = history === undefined ? [] : [words.history, ...(history.length === 0 ? [words.none] : [])];
  const rows = (history ?? []).map(({ at, version, written }) => [
    { text: timeWords(at, view), paint: dim },
    { text: `${words.version} ${printable(version)}` },
    { text: printable(canonicalJson(written)) },
  ]);
  return [
    ...told,
    bold(head),
    place,
    printable(rule.does),
    ...rule.carried.map(({ tag, customers }) => words.carried(labelWords(tag, view), customers)),
    ...before,
    ...table(rows, { indent: '  ' }),
  ];
};
