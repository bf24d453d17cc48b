import type { UnsureAnswer, UnsureMessagesAnswer } from '../../domain/learn-answers.ts';
import { intentWords } from '../intent-names.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { quoted } from './quoted.ts';
import type { View } from './view.ts';
import { asOfLines } from './words.ts';

/** Columns for a customer's words. */
const ROOM = 60;

const WORDS = {
  zh: {
    none: (messages: number) => `看了 ${messages} 条客户消息，没有一条是拿不准的。`,
    count: (all: number, messages: number) => `${messages} 条客户消息里，有 ${all} 句拿不准是什么意图`,
    how: '教它：learn messages 1 退款退货（真正的意图）；没什么可学：learn messages drop 1',
  },
  en: {
    none: (messages: number) => `None of ${messages} messages of customers left open what it wants.`,
    count: (all: number, messages: number) => `${all} of ${messages} messages of customers left open what they want`,
    how: 'Teach it: learn messages 1 refund (the intent that it is). Nothing to learn: learn messages drop 1',
  },
};

const rows = ({ number, text, guesses }: UnsureAnswer, { lang, colour }: View): string[] => {
  const { bold, dim } = paint(colour);
  const told = guesses.map(
    ({ intent, confidence }) => `${printable(intentWords(intent, lang))} ${Math.round(confidence * 100)} %`,
  );
  return [
    `  ${bold(String(number))}  ${quoted({ text, span: null, lang, colour, room: ROOM })}`,
    `     ${dim(told.join(' · '))}`,
  ];
};

/** Messages of which it could not be told what they want, with what they might be and the numbers to type. */
export const renderUnsure = (doc: UnsureMessagesAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  if (doc.count === 0) return [words.none(doc.messages), '', ...asOfLines(doc, view)];
  const head = bold(words.count(doc.count, doc.messages));
  return [head, '', ...doc.unsure.flatMap((one) => rows(one, view)), '', dim(words.how), '', ...asOfLines(doc, view)];
};
