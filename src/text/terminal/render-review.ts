import type { ReviewAnswer } from '../../domain/review.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { quoted } from './quoted.ts';
import { seenLines } from './seen-lines.ts';
import type { View } from './view.ts';
import { agoWords, asOfLines, customerWords, sourceWords, tagWords, typedTag } from './words.ts';

/** Columns for a customer's words. */
const ROOM = 60;

const WORDS = {
  zh: {
    none: '没有等待确认的标签。',
    count: (all: number, more: string, shown: number) => `${all}${more} 个标签等待确认${shown < all ? `，先看 ${shown} 个` : ''}`,
    yes: '对',
    no: '不对',
  },
  en: {
    none: 'No tag waits to be confirmed.',
    count: (all: number, more: string, shown: number) =>
      `${all}${more} ${all === 1 ? 'tag waits' : 'tags wait'} to be confirmed${shown < all ? `, ${shown} shown` : ''}`,
    yes: 'right',
    no: 'wrong',
  },
};

/** A customer's id, as it has to be typed. */
const typedId = (id: string): string => (/\s/.test(id) ? `"${printable(id)}"` : printable(id));

/** Tags that wait for a yes or a no, with the words that each rests on and what to type. */
export const renderReview = (doc: ReviewAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const whose = seenLines(doc.seen, doc.count === 0, view.lang);
  if (doc.count === 0) return [words.none, ...whose, '', ...asOfLines(doc, view)];
  const { bold, dim } = paint(view.colour);
  const rows = doc.reviews.flatMap((one) => {
    const { group, name } = tagWords(one.tag, view);
    const label = group === '' ? name : `${group}:${name}`;
    const said = one.evidence
      .filter(({ text }) => text !== null)
      .slice(-1)
      .map(({ text, span }) => `    ${quoted({ text: text ?? '', span, lang: view.lang, colour: view.colour, room: ROOM })}`);
    const sure = `${Math.round(one.confidence * 100)} %`;
    const answer = (sign: string) => `tag ${typedId(one.customer.id)} ${sign}${typedTag(one.tag, view)}`;
    return [
      `  ${customerWords(one.customer)}  ${bold(label)}  ${sure}  ${dim(`${sourceWords(one.by, view)}  ${agoWords(one.since, view)}`)}`,
      ...said,
      dim(`    ${words.yes}: ${answer('+')}   ${words.no}: ${answer('-')}`),
    ];
  });
  return [
    bold(words.count(doc.count, doc.more ? '+' : '', doc.reviews.length)),
    ...whose,
    '',
    ...rows,
    '',
    ...asOfLines(doc, view),
  ];
};
