import type { CardAnswer } from '../../domain/told.ts';
import { printable } from '../printable.ts';
import { quoted } from '../terminal/quoted.ts';
import { moneyWords } from '../terminal/render-quotes.ts';
import type { View } from '../terminal/view.ts';
import { agoWords, customerWords, nameWords, stageWords, timeWords } from '../terminal/words.ts';
import { type Message, row } from './message.ts';
import { taskRow } from './notice-message.ts';

/** Columns for somebody's words. */
const ROOM = 80;

const WORDS = {
  zh: {
    title: (name: string, tags: string) => `${tags} ${name} 来消息了`,
    without: '（没有文字）',
    about: '这位客户',
    owner: (name: string) => `负责人 ${name}`,
    nobody: '无负责人',
    orders: (count: number, spend: string) => `${count} 单，共 ${spend}`,
    last: (ago: string) => `上次联系 ${ago}`,
    since: (tag: string, ago: string) => `${tag}（${ago}）`,
    quotes: '未答复的报价',
    tasks: '待办',
    history: '之前说到',
    days: (days: number, stale: boolean) => `${days} 天${stale ? '，已超时' : ''}`,
    from: { customer: '客户', agent: '我们', system: '系统' },
  },
  en: {
    title: (name: string, tags: string) => `${tags} ${name} writes`,
    without: '(no words)',
    about: 'Who this is',
    owner: (name: string) => `owner ${name}`,
    nobody: 'nobody’s',
    orders: (count: number, spend: string) => `${count} ${count === 1 ? 'order' : 'orders'}, ${spend} in all`,
    last: (ago: string) => `last contact ${ago}`,
    since: (tag: string, ago: string) => `${tag} (${ago})`,
    quotes: 'Open quotes',
    tasks: 'To do',
    history: 'Before',
    days: (days: number, stale: boolean) => `${days} ${days === 1 ? 'day' : 'days'}${stale ? ', stale' : ''}`,
    from: { customer: 'customer', agent: 'we', system: 'system' },
  },
};

const saidWords = (text: string, { lang }: View): string => quoted({ text, span: null, lang, colour: false, room: ROOM });

/** An important customer who writes after a while, with what staff should know before they answer. */
export const cardMessage = (doc: CardAnswer, view: View): Message => {
  const words = WORDS[view.lang];
  const about = [
    ...doc.important.map(({ tag, since }) => words.since(nameWords(tag, view), agoWords(since, view))),
    row([
      doc.stage === null ? '' : stageWords(doc.stage, view),
      doc.owner === null ? words.nobody : words.owner(printable(doc.owner)),
      doc.orders === 0 ? '' : words.orders(doc.orders, moneyWords(doc.totalSpend, doc.currency)),
      doc.lastContactAt === null ? '' : words.last(agoWords(doc.lastContactAt, view)),
    ]),
  ];
  const quotes = doc.quotes.map(({ id, amount, currency, days, stale }) =>
    row([printable(id ?? ''), moneyWords(amount, currency), words.days(days, stale)]),
  );
  const history = doc.history.map(({ at, from, text }) => `${timeWords(at, view)} ${words.from[from]} ${saidWords(text, view)}`);
  const sections = [
    { heading: '', rows: [doc.words === null ? words.without : saidWords(doc.words, view)] },
    { heading: words.about, rows: about },
    { heading: words.quotes, rows: quotes },
    { heading: words.tasks, rows: doc.tasks.map((task) => taskRow(task, view)) },
    { heading: words.history, rows: history },
  ];
  const tags = doc.important.map(({ tag }) => nameWords(tag, view)).join(view.lang === 'zh' ? '、' : ', ');
  return {
    title: words.title(customerWords(doc.customer), tags),
    sections: sections.filter(({ rows }) => rows.length > 0),
    none: '',
  };
};
