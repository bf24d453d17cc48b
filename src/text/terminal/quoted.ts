import type { Lang } from '../lang.ts';
import { printable } from '../printable.ts';
import { clip, clipStart, displayWidth } from './display-width.ts';
import { paint } from './paint.ts';

const QUOTES = { zh: ['「', '」'], en: ['“', '”'] } as const;
const MARKS = { zh: ['【', '】'], en: ['[', ']'] } as const;

/**
 * A customer's words in quotes, with the span marked that something rests on: 「这个【多少钱】？」, or underlined when there are
 * colours. Words beyond `room` columns are left out around the span.
 * @param span UTF-16 offsets into the words as they were said, end exclusive.
 */
export const quoted = ({
  text,
  span,
  lang,
  colour,
  room,
}: {
  text: string;
  span: readonly [number, number] | null;
  lang: Lang;
  colour: boolean;
  room: number;
}): string => {
  const [open, close] = QUOTES[lang];
  if (span === null) return open + clip(printable(text).trim(), room) + close;
  const hit = clip(printable(text.slice(span[0], span[1])), room);
  const before = printable(text.slice(0, span[0])).trimStart();
  const after = printable(text.slice(span[1])).trimEnd();
  const left = Math.max(0, room - displayWidth(hit));
  const beforeRoom = Math.max(Math.floor(left / 2), left - displayWidth(after));
  const shown = clipStart(before, beforeRoom);
  const [from, to] = colour ? ['', ''] : MARKS[lang];
  const marked = from + (colour ? paint(true).mark(hit) : hit) + to;
  return open + shown + marked + clip(after, left - displayWidth(shown)) + close;
};
