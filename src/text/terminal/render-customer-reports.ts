import type { CompletenessAnswer, DuplicatesAnswer } from '../../domain/customer-reports.ts';
import { printable } from '../printable.ts';
import { fieldName, ownerWords } from './field-words.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { asOfLines, customerWords } from './words.ts';

const WORDS = {
  zh: {
    none: '没有电话或邮箱相同的客户。',
    title: (count: number) => `${count} 组客户可能是同一个人：`,
    join: (a: string, b: string) => `  确认是同一个人：customer join ${a} ${b}`,
    report: (customers: number) => `${customers} 位客户的资料完整度`,
    unowned: (count: number) => `${count} 位没有负责人。`,
    head: ['负责人', '客户', '完整', '最缺'],
    and: '、',
  },
  en: {
    none: 'No two customers have the same phone number or e-mail address.',
    title: (count: number) => `${count} ${count === 1 ? 'group' : 'groups'} of customers who may be one person:`,
    join: (a: string, b: string) => `  if they are one: customer join ${a} ${b}`,
    report: (customers: number) => `What is known of ${customers} customers`,
    unowned: (count: number) => `${count} of them have no owner.`,
    head: ['Owner', 'Customers', 'Known', 'Mostly missing'],
    and: ', ',
  },
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A word as it can be typed again. */
const typed = (id: string): string => (/\s/.test(id) ? `"${printable(id)}"` : printable(id));

/** Customers who are probably one person, and what joins them. */
export const renderDuplicates = ({ duplicates }: DuplicatesAnswer, { lang }: View): string[] => {
  const words = WORDS[lang];
  if (duplicates.length === 0) return [words.none];
  const groups = duplicates.flatMap(({ by, contact, customers }) => [
    `${fieldName(by, lang)} ${printable(contact)}${lang === 'zh' ? '：' : ': '}${customers.map(customerWords).join(words.and)}`,
    words.join(typed(customers[0]?.id ?? ''), typed(customers[1]?.id ?? '')),
  ]);
  return [words.title(duplicates.length), ...groups];
};

const BAR = 20;

/** How complete what is known of customers is: a line a field, then a line an owner. */
export const renderCompleteness = (doc: CompletenessAnswer, view: View): string[] => {
  const { lang } = view;
  const words = WORDS[lang];
  const { bold, dim } = paint(view.colour);
  const fields = doc.fields.map(({ field, have, share }): Cell[] => [
    { text: fieldName(field, lang) },
    { text: '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░'), paint: dim },
    { text: percent(share) },
    { text: `${have}`, paint: dim },
  ]);
  const owners = doc.owners.map(({ owner, customers, share, weakest }): Cell[] => [
    { text: ownerWords(owner, lang) },
    { text: String(customers) },
    { text: percent(share) },
    { text: weakest.map((one) => `${fieldName(one.field, lang)} ${percent(one.share)}`).join(words.and), paint: dim },
  ]);
  return [
    bold(words.report(doc.customers)),
    ...table(fields, { indent: '  ' }),
    '',
    ...table([words.head.map((text): Cell => ({ text, paint: dim })), ...owners], { indent: '  ' }),
    ...(doc.withoutOwner > 0 ? [words.unowned(doc.withoutOwner)] : []),
    '',
    ...asOfLines(doc, view),
  ];
};
