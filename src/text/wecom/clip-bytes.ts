const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const encoder = new TextEncoder();
const CUT = '…';

/** As much of a text as `most` bytes in UTF-8 take, in whole characters as people see them; what is cut off is marked with …. */
export const clipBytes = (text: string, most: number): string => {
  if (encoder.encode(text).length <= most) return text;
  let room = most - encoder.encode(CUT).length;
  let kept = '';
  for (const { segment } of characters.segment(text)) {
    room -= encoder.encode(segment).length;
    if (room < 0) break;
    kept += segment;
  }
  return kept + CUT;
};
