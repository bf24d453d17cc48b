import type { CauseAnswer, EvidenceAnswer, TagAnswer } from '../../domain/answers.ts';
import { DAY } from '../../domain/time.ts';
import { paint } from './paint.ts';
import { quoted } from './quoted.ts';
import type { Cell } from './table.ts';
import type { View } from './view.ts';
import { agoWords, sourceWords, tagWords } from './words.ts';

/** A tag that goes within this time says so. */
const NEAR = 7 * DAY;
const QUOTE_ROOM = 44;

/** The newest evidence that has words; the strongest cause that has any speaks first. */
const newestWords = (causes: readonly CauseAnswer[]): EvidenceAnswer | undefined =>
  causes.flatMap(({ evidence }) => evidence.findLast(({ text }) => text !== null) ?? [])[0];

const others = (count: number, { lang }: View): string => {
  if (count < 1) return '';
  return lang === 'zh' ? ` 等 ${count + 1} 项` : ` and ${count} more`;
};

/** When a machine's tag goes by itself: 5 天后到期. */
export const expiryWords = (expiresAt: string | null, view: View): string => {
  if (expiresAt === null) return '';
  const when = agoWords(expiresAt, view);
  if (view.lang === 'zh') return `${when}到期`;
  return `${Date.parse(expiresAt) < view.now ? 'ended' : 'ends'} ${when}`;
};

/** One tag as cells: name in its colour, age, source, expiry when near, the newest words that it rests on. */
export const tagRow = (tag: TagAnswer, view: View): Cell[] => {
  const { dim, hex } = paint(view.colour);
  const words = newestWords(tag.causes);
  const near = tag.expiresAt !== null && Date.parse(tag.expiresAt) - view.now <= NEAR;
  return [
    { text: tagWords(tag, view).name, paint: (text) => hex(tag.colour, text) },
    { text: agoWords(tag.since, view), paint: dim },
    { text: sourceWords(tag.by, view) + others(tag.causes.length - 1, view) },
    { text: near ? expiryWords(tag.expiresAt, view) : '' },
    { text: words?.text ? quoted({ ...view, text: words.text, span: words.span, room: QUOTE_ROOM }) : '' },
  ];
};
