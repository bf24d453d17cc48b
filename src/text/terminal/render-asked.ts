import type { AskedAnswer } from '../../domain/asked.ts';
import { batchWords } from '../batch-words.ts';
import type { Lang } from '../lang.ts';
import { libraryChangeWords } from '../library-change-words.ts';
import type { View } from './view.ts';
import { customerWords } from './words.ts';

const WORDS = {
  zh: {
    nobody: '没有客户带着它。',
    some: (count: number, names: string) => `涉及 ${count} 位客户：${names}。`,
    more: (names: string, rest: number) => `${names}，还有 ${rest} 位`,
    and: '、',
    stop: '。',
    next: '还没有改。回复 确认 就改；在命令行里加 --yes。',
  },
  en: {
    nobody: 'It touches no customer.',
    some: (count: number, names: string) => `It touches ${count} customer${count === 1 ? '' : 's'}: ${names}.`,
    more: (names: string, rest: number) => `${names} and ${rest} more`,
    and: ', ',
    stop: '.',
    next: 'Nothing was changed yet. Answer confirm to do it; on the command line add --yes.',
  },
};

const whatWords = ({ asks }: AskedAnswer, lang: Lang): string =>
  asks.kind === 'library' ? libraryChangeWords(asks, lang) : batchWords(asks, lang);

/** A question before something that touches many: what, how many, the first of them, and how to say yes. */
export const renderAsked = (doc: AskedAnswer, { lang }: View): string[] => {
  const words = WORDS[lang];
  const names = doc.customers.map(customerWords).join(words.and);
  const rest = doc.count - doc.customers.length;
  const touched = doc.count === 0 ? words.nobody : words.some(doc.count, rest > 0 ? words.more(names, rest) : names);
  return [`${whatWords(doc, lang)}${words.stop}`, touched, words.next];
};
