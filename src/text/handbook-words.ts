import type { HandbookEntry } from '../domain/handbook.ts';
import type { Lang } from './lang.ts';

/** One line of an entry: what it is about, and what is said. */
export type Row = [title: string, text: string];

const ROLES = {
  zh: { viewer: '只读', agent: '客服', manager: '主管', admin: '管理员' },
  en: { viewer: 'viewers', agent: 'agents', manager: 'managers', admin: 'admins' },
};

const WORDS = {
  zh: {
    definition: '含义',
    note: '注意',
    examples: '何时用',
    words: '关键词',
    said: '客户会这样说',
    rules: '规则',
    who: '谁可以打',
    ttl: '有效期',
    alias: '也叫',
    one: '互斥',
    colour: '颜色',
    and: '、',
    quote: (text: string) => `“${text}”`,
    hits: (hits: number, days: number) => (hits === 1 ? '提到一次就算' : `${days} 天内提到 ${hits} 次才算`),
    everybody: '客服、主管、管理员',
    machine: '，也会自动打',
    hand: '，只能由人打',
    gathers: '只用来归类，不打在客户身上',
    never: '不会自己过期',
    days: (days: number) => `自动打的，最后一次依据后 ${days} 天到期；人打的不过期`,
    only: (group: string) => `“${group}”里一位客户最多一个，新的替换旧的`,
    off: '（未启用）',
    archived: '已归档，不再使用。',
  },
  en: {
    definition: 'Meaning',
    note: 'Mind',
    examples: 'When to use',
    words: 'Keywords',
    said: 'Customers say',
    rules: 'Rules',
    who: 'Who may set it',
    ttl: 'Lasts',
    alias: 'Also',
    one: 'Only one',
    colour: 'Colour',
    and: ', ',
    quote: (text: string) => `"${text}"`,
    hits: (hits: number, days: number) => (hits === 1 ? 'one mention is enough' : `${hits} mentions within ${days} days`),
    everybody: 'agents, managers, admins',
    machine: '; also set by itself',
    hand: '; only by hand',
    gathers: 'only gathers others; no customer carries it',
    never: 'until somebody or its reason takes it away',
    days: (days: number) => `${days} days after its last reason, where no person set it`,
    only: (group: string) => `a customer carries one of "${group}" at most; a new one replaces the old`,
    off: ' (off)',
    archived: 'Archived: no longer in use.',
  },
};

const whoWords = ({ roles, machine, assignable }: HandbookEntry, lang: Lang): string => {
  const words = WORDS[lang];
  if (!assignable) return words.gathers;
  const people = roles === null ? words.everybody : roles.map((role) => ROLES[lang][role]).join(words.and);
  return `${people}${machine ? words.machine : words.hand}`;
};

/** What the handbook says of a tag or group beside its name, as titles and texts; what is not there is left out. */
export const handbookRows = (entry: HandbookEntry, lang: Lang): Row[] => {
  const words = WORDS[lang];
  const tag = entry.kind === 'tag';
  const quoted = (texts: readonly string[]) => texts.map(words.quote).join(words.and);
  const rows: [string, string | null][] = [
    [words.definition, [entry.archived ? words.archived : '', entry.definition ?? ''].join(' ').trim()],
    [words.note, entry.note],
    [words.examples, quoted(entry.examples)],
    ...entry.words.flatMap(({ hits, days, phrases, examples }): Row[] => [
      [words.words, `${phrases.join(words.and)}${lang === 'zh' ? '；' : '; '}${words.hits(hits, days)}`],
      [words.said, quoted(examples)],
    ]),
    ...entry.rules.map(
      ({ id, does, on }): Row => [words.rules, `${id}${lang === 'zh' ? '：' : ': '}${does}${on ? '' : words.off}`],
    ),
    [words.who, tag ? whoWords(entry, lang) : null],
    [words.ttl, tag && entry.assignable ? (entry.ttlDays === null ? words.never : words.days(entry.ttlDays)) : null],
    [words.one, entry.onlyOneOf === null ? null : words.only(entry.onlyOneOf)],
    [words.alias, entry.aliases.join(words.and)],
    [words.colour, entry.colour],
  ];
  return rows.filter((row): row is Row => row[1] !== null && row[1] !== '');
};
