const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const CUT = '…';

/** How long a channel counts a text to be. */
type Measure = (text: string) => number;

const units: Measure = ({ length }) => length;

/** As much of a text as `most` takes, in whole characters as people see them; what is cut off is marked with …. */
export const clip = (text: string, most: number, measure: Measure = units): string => {
  if (measure(text) <= most) return text;
  let room = most - measure(CUT);
  let kept = '';
  for (const { segment } of characters.segment(text)) {
    room -= measure(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept + CUT;
};
