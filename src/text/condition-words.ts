import { profileField } from '../domain/profile.ts';
import { intentWords } from './intent-names.ts';
import type { Lang } from './lang.ts';
import { printable } from './printable.ts';

/** In which language, what a tag's word is called there, and the settings that conditions name without a number. */
export interface RuleNaming {
  lang: Lang;
  tag: (word: string) => string;
  silenceDays: number;
  quoteDays: number;
}

type Values = Record<string, unknown>;
type Say = (value: unknown, naming: RuleNaming) => string;

const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const word = (value: unknown): string => printable(String(value));
const listed = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(word);

const BOUNDS: [string, Record<Lang, string>][] = [
  ['at_least', { zh: '至少', en: 'at least' }],
  ['more_than', { zh: '多于', en: 'more than' }],
  ['at_most', { zh: '至多', en: 'at most' }],
  ['less_than', { zh: '少于', en: 'less than' }],
];

const boundsWords = (value: unknown, lang: Lang): string =>
  BOUNDS.flatMap(([name, words]) => {
    const bound = valuesOf(value)[name];
    return bound === undefined ? [] : [`${words[lang]} ${word(bound)}`];
  }).join(lang === 'zh' ? '、' : ', ');

const within = (days: unknown, lang: Lang): string => {
  if (days === undefined || days === 'ever') return lang === 'zh' ? '历来' : 'ever';
  return lang === 'zh' ? `${word(days)} 天内` : `in ${word(days)} days`;
};

const longer = (days: unknown, lang: Lang): string => {
  if (days === undefined) return '';
  return lang === 'zh' ? ` 超过 ${word(days)} 天` : ` for more than ${word(days)} days`;
};

/** A count: what, in which window, within which bounds. */
const count =
  (zh: string, en: string, window?: number): Say =>
  (value, { lang }) =>
    lang === 'zh'
      ? `${within(valuesOf(value)['days'] ?? window, lang)}${zh} ${boundsWords(value, lang)}`
      : `${en} ${within(valuesOf(value)['days'] ?? window, lang)}: ${boundsWords(value, lang)}`;

/** A field: equal to a value, one of several, within bounds, or there at all. */
const compared = (name: string, value: unknown, lang: Lang): string => {
  const { is, in: among } = valuesOf(value);
  const given = among ?? is;
  const equal = given === undefined ? [] : [`${lang === 'zh' ? '是' : 'is'} ${listed(given).join(' / ')}`];
  const bounds = boundsWords(value, lang);
  const all = [...equal, ...(bounds === '' ? [] : [bounds])];
  return `${name} ${all.length === 0 ? (lang === 'zh' ? '有值' : 'is given') : all.join(', ')}`;
};

const SAY: Record<string, Say> = {
  bought: (_, { lang }) =>
    lang === 'zh'
      ? '为这个型号付过款，没有取消也没有全额退款'
      : 'paid for this model, and neither cancelled nor sent it all back',
  channel: (value, { lang }) => `${lang === 'zh' ? '渠道是' : 'over'} ${listed(value).join(' / ')}`,
  data: (value, { lang }) => compared(word(valuesOf(value)['field']), value, lang),
  field: (value, { lang }) => {
    const name = word(valuesOf(value)['name']);
    return compared(profileField(name)?.[lang] ?? name, value, lang);
  },
  happened: (value, naming) => count(word(valuesOf(value)['event']), word(valuesOf(value)['event']))(value, naming),
  intent: (value, { lang }) => {
    const { of = value, confidence } = valuesOf(value);
    const names = listed(of).map((id) => intentWords(id, lang));
    const sure =
      confidence === undefined ? [] : [lang === 'zh' ? `，把握至少 ${word(confidence)}` : `, at least ${word(confidence)} sure`];
    return `${lang === 'zh' ? '意图是' : 'intent is'} ${names.join(' / ')}${sure.join('')}`;
  },
  interactions: count('互动', 'interactions'),
  journey: (value, { lang }) => {
    const { node, days, longer_than: past } = valuesOf(value);
    const when = days === undefined ? longer(past, lang) : ` ${within(days, lang)}`;
    return lang === 'zh' ? `到过 ${word(node)}${when}` : `came to ${word(node)}${when}`;
  },
  mentions: (value, { lang, tag }) => {
    const { of, days } = valuesOf(value);
    const bounds = boundsWords(value, lang);
    return lang === 'zh'
      ? `${within(days, lang)}提到 ${tag(String(of))} ${bounds}`
      : `${tag(String(of))} mentioned ${within(days, lang)}: ${bounds}`;
  },
  orders: count('订单', 'orders'),
  silence: (value, { lang, silenceDays }) => {
    const days = word(valuesOf(value)['at_least'] ?? silenceDays);
    return lang === 'zh' ? `静默至少 ${days} 天` : `silent for at least ${days} days`;
  },
  site: (_, { lang }) => (lang === 'zh' ? '页面在我们的网站上' : 'a page of our own sites'),
  spend: count('消费', 'spent', 365),
  stage: (value, { lang, tag }) => {
    const { is, longer_than: days } = valuesOf(value);
    return `${lang === 'zh' ? '阶段是' : 'stands in'} ${tag(String(is))}${longer(days, lang)}`;
  },
  stale_quote: (value, { lang, quoteDays }) => {
    const days = word(valuesOf(value)['longer_than'] ?? quoteDays);
    return lang === 'zh' ? `有报价超过 ${days} 天没有回音` : `a quote without an answer for more than ${days} days`;
  },
  tag: (value, { lang, tag }) => {
    const { is = value, longer_than: days } = valuesOf(value);
    return `${lang === 'zh' ? '带有' : 'carries'} ${tag(String(is))}${longer(days, lang)}`;
  },
  time_of_day: (value, { lang }) => {
    const { from, to } = valuesOf(value);
    return lang === 'zh' ? `时间在 ${word(from)} 到 ${word(to)}` : `between ${word(from)} and ${word(to)}`;
  },
  topics: (value, { lang, tag }) => {
    const { of, days } = valuesOf(value);
    const tags = (Array.isArray(of) ? of : []).map((one) => tag(String(one))).join(lang === 'zh' ? '、' : ', ');
    return lang === 'zh'
      ? `${within(days, lang)}提到 ${tags} 中不同的 ${boundsWords(value, lang)}`
      : `different ones of ${tags} mentioned ${within(days, lang)}: ${boundsWords(value, lang)}`;
  },
  weekday: (value, { lang }) => `${lang === 'zh' ? '星期是' : 'on'} ${listed(value).join(' / ')}`,
};

/** The words of conditions that can be said; a test holds them against the conditions that there are. */
export const saidConditions: readonly string[] = Object.keys(SAY);

const JOINS = {
  all: { zh: '，且 ', en: ' and ' },
  any: { zh: '，或 ', en: ' or ' },
};

/** A condition of a rule file in words. */
export const conditionWords = (condition: unknown, naming: RuleNaming): string => {
  const { lang } = naming;
  const [[kind = '', value] = []] = Object.entries(valuesOf(condition));
  if (kind === 'not') return lang === 'zh' ? `没有“${conditionWords(value, naming)}”` : `not (${conditionWords(value, naming)})`;
  if (kind !== 'all' && kind !== 'any') return SAY[kind]?.(value, naming) ?? printable(kind);
  const items = (Array.isArray(value) ? value : []).map((item) => {
    const said = conditionWords(item, naming);
    return 'all' in valuesOf(item) || 'any' in valuesOf(item) ? `(${said})` : said;
  });
  return items.join(JOINS[kind][lang]);
};
