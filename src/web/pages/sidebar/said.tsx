import type { EvidenceAnswer } from '../../../domain/answers.ts';

type Words = Pick<EvidenceAnswer, 'text' | 'span'>;

/** A customer's words, with those marked on which a tag rests. Offsets are UTF-16 units, as the bot counts them. */
export const Said = ({ text, span }: Words) => {
  if (text === null) return null;
  const [from, to] = span ?? [0, 0];
  return (
    <q>
      {text.slice(0, from)}
      {to > from && <mark>{text.slice(from, to)}</mark>}
      {text.slice(to)}
    </q>
  );
};

/** So much of what stands before the marked words is shown where there is room for one line. */
const BEFORE = 8;

/** The same from shortly before the marked words on, so that these are seen in one line. */
export const inOneLine = ({ text, span }: Words): Words => {
  if (text === null || span === null || span[0] <= BEFORE) return { text, span };
  const [from, to] = span;
  // A character of two units is not cut in half.
  const start = from - BEFORE + (/[\udc00-\udfff]/.test(text[from - BEFORE] ?? '') ? 1 : 0);
  return { text: `…${text.slice(start)}`, span: [from - start + 1, to - start + 1] };
};
