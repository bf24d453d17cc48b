import type { WrittenRule } from '../domain/rulebook.ts';
import { titleWords } from './cause-words.ts';
import { conditionWords, type RuleNaming } from './condition-words.ts';
import { printable } from './printable.ts';

type Form = WrittenRule['form'];

const READERS: Record<string, { zh: string; en: string }> = {
  owner: { zh: '负责人', en: 'the owner' },
  manager: { zh: '主管', en: 'the manager' },
  staff: { zh: '全体同事', en: 'the staff' },
};

const readerWords = (to: unknown, { lang }: RuleNaming): string =>
  READERS[String(to ?? 'owner')]?.[lang] ?? printable(String(to));

const noteWords = (note: unknown, naming: RuleNaming): string => {
  const { text, to } = note as { text?: unknown; to?: unknown };
  const [whom, said] = [readerWords(to, naming), printable(String(text))];
  return naming.lang === 'zh' ? `告诉${whom}“${said}”` : `tells ${whom} "${said}"`;
};

const taskWords = (task: unknown, naming: RuleNaming): string => {
  const { lang } = naming;
  const { title, to } = task as { title?: unknown; to?: unknown };
  const [whom, asked] = [readerWords(to, naming), titleWords(String(title), lang)];
  return lang === 'zh' ? `给 ${whom} 建任务“${asked}”` : `task "${asked}" for ${whom}`;
};

const actionWords = (action: Form, naming: RuleNaming): string => {
  const { lang, tag } = naming;
  const named = (word: unknown) => tag(String(word));
  if ('add' in action) return `+${named(action['add'])}`;
  if ('remove' in action) return `-${named(action['remove'])}`;
  if ('stage' in action) return lang === 'zh' ? `移到 ${named(action['stage'])}` : `moves to ${named(action['stage'])}`;
  if ('webhook' in action) return `webhook ${printable(String(action['webhook']))}`;
  return 'notify' in action ? noteWords(action['notify'], naming) : taskWords(action['task'], naming);
};

const triggerWords = (on: unknown, { lang, tag }: RuleNaming): string => {
  if (typeof on === 'string') return lang === 'zh' ? `每次 ${printable(on)}` : `on ${printable(on)}`;
  const tags = ((on as { tagged?: unknown[] }).tagged ?? []).map((word) => tag(String(word))).join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh' ? `新打上 ${tags}` : `when ${tags} is newly carried`;
};

const FAMILY: Record<string, string> = { product: 'Interest-<product>', model: 'Bought-<model>' };

/** The tags of the catalogue as a rule writes them, 兴趣-<product>, in the reader's language; null for any other word. */
export const familyWords = (word: string, lang: RuleNaming['lang']): string | null => {
  const which = /<(\w+)>$/.exec(word)?.[1];
  return which === undefined ? null : lang === 'zh' ? printable(word) : (FAMILY[which] ?? printable(word));
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
