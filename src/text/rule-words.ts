import type { WrittenRule } from '../domain/rulebook.ts';
import { conditionWords, type RuleNaming } from './condition-words.ts';
import { printable } from './printable.ts';

type Form = WrittenRule['form'];

const taskWords = (task: unknown, { lang }: RuleNaming): string => {
  const { title, to = 'owner' } = task as { title?: unknown; to?: unknown };
  const whom = to === 'owner' ? (lang === 'zh' ? '负责人' : 'the owner') : printable(String(to));
  return lang === 'zh' ? `给 ${whom} 建任务“${printable(String(title))}”` : `task "${printable(String(title))}" for ${whom}`;
};

const actionWords = (action: Form, naming: RuleNaming): string => {
  const { lang, tag } = naming;
  const named = (word: unknown) => tag(String(word));
  if ('add' in action) return `+${named(action['add'])}`;
  if ('remove' in action) return `-${named(action['remove'])}`;
  if ('stage' in action) return lang === 'zh' ? `移到 ${named(action['stage'])}` : `moves to ${named(action['stage'])}`;
  return taskWords(action['task'], naming);
};

const triggerWords = (on: unknown, { lang, tag }: RuleNaming): string => {
  if (typeof on === 'string') return lang === 'zh' ? `每次 ${printable(on)}` : `on ${printable(on)}`;
  const tags = ((on as { tagged?: unknown[] }).tagged ?? []).map((word) => tag(String(word))).join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh' ? `新打上 ${tags}` : `when ${tags} is newly carried`;
};

/** What a rule does, in a line: when, and what then. */
export const ruleWords = (form: Form, naming: RuleNaming): string => {
  const { lang } = naming;
  if ('while' in form) {
    const task = form['task'] === undefined ? '' : `${lang === 'zh' ? '，' : ', '}${taskWords(form['task'], naming)}`;
    return `${conditionWords(form['while'], naming)} → ${naming.tag(String(form['tag']))}${task}`;
  }
  const condition = form['if'] === undefined ? '' : `${lang === 'zh' ? '，且 ' : ' if '}${conditionWords(form['if'], naming)}`;
  const since =
    form['since'] === undefined ? '' : lang === 'zh' ? `（${String(form['since'])} 起）` : ` (since ${String(form['since'])})`;
  const actions = (form['do'] as Form[]).map((action) => actionWords(action, naming));
  return `${triggerWords(form['on'], naming)}${condition}${since} → ${actions.join(lang === 'zh' ? '，' : ', ')}`;
};
