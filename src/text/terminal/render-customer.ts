import type { CustomerAnswer } from '../../domain/answers.ts';
import { JOURNEY_NAMES } from '../../domain/journey.ts';
import { profileFields } from '../../domain/profile.ts';
import type { Lang } from '../lang.ts';
import { printable } from '../printable.ts';
import { fieldName, ownerWords, valueWords } from './field-words.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { agoWords, asOfLines, customerWords, timeWords } from './words.ts';

const WORDS = {
  zh: {
    identities: '渠道身份',
    counts: '往来',
    count: (messages: number, interactions: number) => `${messages} 条消息，${interactions} 次互动`,
    first: '首次联系',
    last: '最近联系',
    journey: '历程',
    never: '还没有联系过',
    bought: '购买日期',
    created: '已新建这位客户。',
    joined: '已合成一位客户；undo 或 customer split 可以分开。',
    split: '已分成两位客户，这是分出来的一位；undo 可以合回去。',
    changed: (what: string) => `已改：${what}`,
    and: '、',
  },
  en: {
    identities: 'Known as',
    counts: 'Talk',
    count: (messages: number, interactions: number) => `${messages} messages, ${interactions} interactions`,
    first: 'First contact',
    last: 'Last contact',
    journey: 'The way so far',
    never: 'none yet',
    bought: 'Last purchase',
    created: 'The customer has been made.',
    joined: 'They are one customer now; undo or customer split parts them again.',
    split: 'They are two customers now; this is the one split off. undo joins them again.',
    changed: (what: string) => `Changed: ${what}`,
    and: ', ',
  },
};

/** Known fields in the order of a card, then whatever else is kept. */
const fieldRows = (fields: Record<string, unknown>, lang: Lang): [string, string][] => {
  const known = profileFields.map(({ id }) => id).filter((id) => id in fields);
  const rest = Object.keys(fields).filter((id) => !known.includes(id));
  return [...known, ...rest].map((id) => [fieldName(id, lang), valueWords(fields[id], lang)]);
};

const done = (changes: readonly string[], lang: Lang): string => {
  const words = WORDS[lang];
  if (changes.includes('new')) return words.created;
  if (changes.includes('join')) return words.joined;
  if (changes.includes('split')) return words.split;
  return words.changed(changes.map((id) => fieldName(id, lang)).join(words.and));
};

const nodeWords = (name: string, lang: Lang): string =>
  Object.values(JOURNEY_NAMES).find(({ zh }) => zh === name)?.[lang] ?? printable(name);

/** A customer's card. */
export const renderCustomer = (doc: CustomerAnswer, view: View): string[] => {
  const { lang } = view;
  const words = WORDS[lang];
  const { bold, dim } = paint(view.colour);
  const contact = (at: string | null): string => (at === null ? words.never : `${timeWords(at, view)}  ${agoWords(at, view)}`);
  const rows: [string, string][] = [
    [fieldName('owner', lang), ownerWords(doc.owner, lang)],
    ...fieldRows(doc.fields, lang),
    [words.identities, doc.identities.map((identity) => printable(identity.replace('//', '/'))).join(words.and)],
    [words.counts, words.count(doc.messages, doc.interactions)],
    [words.first, contact(doc.firstContactAt)],
    [words.last, contact(doc.lastContactAt)],
    [words.journey, doc.journey.map(({ node, at }) => `${nodeWords(node, lang)} ${timeWords(at, view)}`).join(' → ')],
    [words.bought, doc.lastPurchaseAt === null ? '' : contact(doc.lastPurchaseAt)],
  ];
  const cells = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]): Cell[] => [{ text: name, paint: dim }, { text: value }]);
  const changes = doc.changes && doc.changes.length > 0 ? [done(doc.changes, lang)] : [];
  return [...changes, bold(customerWords(doc.customer)), ...table(cells, { indent: '  ' }), '', ...asOfLines(doc, view)];
};
