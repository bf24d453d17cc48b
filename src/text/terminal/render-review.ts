import type { ReviewAnswer } from '../../domain/review.ts';
import { intentWords } from '../intent-names.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { quoted } from './quoted.ts';
import { seenLines } from './seen-lines.ts';
import type { View } from './view.ts';
import { agoWords, asOfLines, customerWords, sourceWords, tagWords } from './words.ts';

/** Columns for a customer's words. */
const ROOM = 60;

const WORDS = {
  zh: {
    none: '没有等待确认的标签。',
    count: (all: number, more: string, shown: number) => `${all}${more} 个标签等待确认${shown < all ? `，先看 ${shown} 个` : ''}`,
    left: (all: number, more: string) => `还有 ${all}${more} 个等待确认：`,
    list: '这一列答完了；review 看其余的。',
    how: (number: number) =>
      `回答：review ${number} 对 · review ${number} 不对 · review ${number} 退款退货（真正的意图） · review ${number} 跳过`,
    yes: '对',
    no: '不对',
    skip: '先跳过',
    other: (intent: string) => `不对，是 ${intent}`,
    proposed: '这句话已交给主管，在 learn 里批准后学习。',
  },
  en: {
    none: 'No tag waits to be confirmed.',
    count: (all: number, more: string, shown: number) =>
      `${all}${more} ${all === 1 ? 'tag waits' : 'tags wait'} to be confirmed${shown < all ? `, ${shown} shown` : ''}`,
    left: (all: number, more: string) => `${all}${more} more to confirm:`,
    list: 'That was the last of this list; review shows the others.',
    how: (number: number) =>
      `Answer: review ${number} yes · review ${number} no · review ${number} refund (the intent that it is) · review ${number} skip`,
    yes: 'right',
    no: 'wrong',
    skip: 'put off',
    other: (intent: string) => `wrong, it is: ${intent}`,
    proposed: 'The words wait for a manager in learn.',
  },
};

type Review = ReviewAnswer['reviews'][number];

const labelOf = (tag: Review['tag'], view: View): string => {
  const { group, name } = tagWords(tag, view);
  return group === '' ? name : `${group}:${name}`;
};

const row = (one: Review, width: number, view: View): string[] => {
  const { bold, dim } = paint(view.colour);
  const { lang, colour } = view;
  const said = one.evidence
    .filter(({ text }) => text !== null)
    .slice(-1)
    .map(({ text, span }) => `${' '.repeat(width + 4)}${quoted({ text: text ?? '', span, lang, colour, room: ROOM })}`);
  const sure = `${Math.round(one.confidence * 100)} %`;
  const why = dim(`${sourceWords(one.by, view)}  ${agoWords(one.since, view)}`);
  const head = `${customerWords(one.customer)}  ${bold(labelOf(one.tag, view))}  ${sure}  ${why}`;
  return [`  ${bold(String(one.number).padStart(width))}  ${head}`, ...said];
};

/** What was just answered. */
const answeredLines = ({ answered }: ReviewAnswer, view: View): string[] => {
  if (!answered) return [];
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const { number, answer, customer, tag, meant, proposed } = answered;
  const said = answer === 'other' ? words.other(printable(intentWords(meant ?? '', view.lang))) : words[answer];
  const line = `${number}  ${customerWords(customer)}  ${labelOf(tag, view)}  ${said}`;
  return [bold(line), ...(proposed ? [dim(words.proposed)] : []), ''];
};

const headLine = ({ count, more, reviews, answered }: ReviewAnswer, { lang }: View): string => {
  const words = WORDS[lang];
  const plus = more ? '+' : '';
  if (!answered) return words.count(count, plus, reviews.length);
  return reviews.length > 0 ? words.left(count, plus) : words.list;
};

/** Tags that wait for a yes or a no, with the words that each rests on and what to type. */
export const renderReview = (doc: ReviewAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const whose = seenLines(doc.seen, doc.count === 0, view.lang);
  const answered = answeredLines(doc, view);
  if (doc.count === 0) return [...answered, words.none, ...whose, '', ...asOfLines(doc, view)];
  const { bold, dim } = paint(view.colour);
  const width = String(doc.reviews.at(-1)?.number ?? 0).length;
  const [first] = doc.reviews;
  return [
    ...answered,
    bold(headLine(doc, view)),
    ...(doc.answered ? [] : whose),
    ...(first ? ['', ...doc.reviews.flatMap((one) => row(one, width, view)), '', dim(words.how(first.number))] : []),
    '',
    ...asOfLines(doc, view),
  ];
};
