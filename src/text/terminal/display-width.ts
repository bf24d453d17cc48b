const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** East Asian wide and full-width blocks (Unicode, UAX 11), as terminals draw them. */
const WIDE =
  /[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18CFF}\u{1AFF0}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;

const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;
const NO_ROOM = /^[\p{M}\p{Cf}\u200B-\u200D]+$/u;

/** The columns that one character, as people see it, takes on a terminal. */
const widthOf = (grapheme: string): number => {
  if (NO_ROOM.test(grapheme)) return 0;
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1;
};

/** The columns that a text takes on a terminal: Chinese and emoji take two, marks none. The text must be printable. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const { segment } of segments.segment(text)) width += widthOf(segment);
  return width;
};

/** The text with spaces to fill `width` columns. */
export const padEnd = (text: string, width: number, shown = displayWidth(text)): string =>
  text + ' '.repeat(Math.max(0, width - shown));

/** As much of a text as `width` columns take; what is cut off is marked with …. */
export const clip = (text: string, width: number): string => {
  let used = 0;
  let kept = '';
  for (const { segment } of segments.segment(text)) {
    used += widthOf(segment);
    if (used > width - 1) return used <= width && kept.length + segment.length === text.length ? text : `${kept}…`;
    kept += segment;
  }
  return text;
};

/** As much of the end of a text as `width` columns take; what is cut off is marked with …. */
export const clipStart = (text: string, width: number): string => {
  let used = 0;
  let kept = '';
  for (const { segment } of [...segments.segment(text)].reverse()) {
    used += widthOf(segment);
    if (used > width - 1) return used <= width && kept.length + segment.length === text.length ? text : `…${kept}`;
    kept = segment + kept;
  }
  return text;
};
