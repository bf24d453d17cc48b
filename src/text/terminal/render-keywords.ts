import type { KeywordAnswer, KeywordsAnswer } from '../../domain/learn-answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { quoted } from './quoted.ts';
import type { View } from './view.ts';
import { asOfLines, tagWords } from './words.ts';

/** Columns for a customer's words. */
const ROOM = 60;

const WORDS = {
  zh: {
    none: (messages: number) =>
      `看了 ${messages} 条客户消息，没有找到新的关键词。要有 3 位以上带标签的客户都这样说，别人很少这样说。`,
    count: (all: number, messages: number) => `${messages} 条客户消息里，有 ${all} 个词可能是新的关键词`,
    who: (customers: number, elsewhere: number) => `${customers} 位带这个标签的客户说过，别人 ${elsewhere} 位`,
    how: '采用：learn keywords accept 1；归到别的标签：learn keywords accept 1 询价；不要：learn keywords drop 1',
  },
  en: {
    none: (messages: number) =>
      `No new keyword in ${messages} messages of customers. Three customers with a tag must say it, and others hardly ever.`,
    count: (all: number, messages: number) => `${all} possible new keywords in ${messages} messages of customers`,
    who: (customers: number, elsewhere: number) => `said by ${customers} customers with the tag, ${elsewhere} others`,
    how: 'Accept: learn keywords accept 1, or for another tag: learn keywords accept 1 refund. Leave out: learn keywords drop 1',
  },
};

const rows = ({ number, phrase, tag, customers, elsewhere, example }: KeywordAnswer, view: View): string[] => {
  const { bold, dim } = paint(view.colour);
  const { lang, colour } = view;
  const at = example.toLowerCase().indexOf(phrase);
  const span: [number, number] | null = at < 0 ? null : [at, at + phrase.length];
  const name = tagWords(tag, view).name;
  return [
    `  ${bold(`${number}  ${printable(phrase)}`)} → ${name}  ${dim(WORDS[lang].who(customers, elsewhere))}`,
    `     ${quoted({ text: example, span, lang, colour, room: ROOM })}`,
  ];
};

/** Phrases that customers use for a tag and no pack has, with the numbers to type. */
export const renderKeywords = (doc: KeywordsAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  if (doc.count === 0) return [words.none(doc.messages), '', ...asOfLines(doc, view)];
  const head = bold(words.count(doc.count, doc.messages));
  return [head, '', ...doc.proposals.flatMap((one) => rows(one, view)), '', dim(words.how), '', ...asOfLines(doc, view)];
};
