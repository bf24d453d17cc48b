import type { QuoteAnswer, Seen } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { seenLines } from './seen-lines.ts';
import { table } from './table.ts';
import type { View } from './view.ts';
import { actorWords, asOfLines, timeWords } from './words.ts';

const MOST = [28, 14, 18, 10, 16];

const WORDS = {
  zh: {
    none: '没有等答复的报价。',
    count: (all: number, stale: number) => `${all} 份报价等客户答复，${stale} 份已超时`,
    head: ['客户', '报价', '金额', '负责人', '报价时间', '天数'],
    days: (days: number, stale: boolean) => `${days} 天${stale ? ' · 待催单' : ''}`,
    without: '（无记录）',
  },
  en: {
    none: 'No quote waits for an answer.',
    count: (all: number, stale: number) =>
      `${all} ${all === 1 ? 'quote waits' : 'quotes wait'} for an answer, ${stale} of them stale`,
    head: ['Customer', 'Quote', 'Amount', 'Owner', 'Given', 'Days'],
    days: (days: number, stale: boolean) => `${days} ${days === 1 ? 'day' : 'days'}${stale ? ' · stale' : ''}`,
    without: '(no record)',
  },
};

/** An amount with its currency, as people write it. */
export const moneyWords = (amount: number | null, currency: string | null): string =>
  amount === null || currency === null
    ? ''
    : new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' })
        .format(amount)
        .replace(/\u00a0/g, ' ');

/** Quotes that wait for an answer, the stale ones first. */
export const renderQuotes = (
  { asOf, quotes, seen }: { asOf: string; seen?: Seen; quotes: QuoteAnswer[] },
  view: View,
): string[] => {
  const words = WORDS[view.lang];
  const whose = seenLines(seen, quotes.length === 0, view.lang);
  if (quotes.length === 0) return [words.none, ...whose, '', ...asOfLines({ asOf }, view)];
  const { dim, bold: alarm } = paint(view.colour);
  const rows = quotes.map((quote) => {
    const name = quote.customer.name === null ? quote.customer.id : `${quote.customer.name} (${quote.customer.id})`;
    const owner = quote.owner === null ? '' : actorWords(quote.owner, view);
    const plain = [
      printable(name),
      printable(quote.id ?? words.without),
      moneyWords(quote.amount, quote.currency),
      owner,
      timeWords(quote.at, view),
    ];
    return [
      ...plain.map((text) => ({ text })),
      { text: words.days(quote.days, quote.stale), ...(quote.stale ? { paint: alarm } : {}) },
    ];
  });
  const head = words.head.map((text) => ({ text, paint: dim }));
  const stale = quotes.filter((quote) => quote.stale).length;
  return [
    words.count(quotes.length, stale),
    ...whose,
    '',
    ...table([head, ...rows], { indent: '  ', most: MOST }),
    '',
    ...asOfLines({ asOf }, view),
  ];
};
