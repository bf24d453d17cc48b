const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A whole number up to twelve in words, as a piece of a pattern. */
export const NUMBER_WORD = WORDS.slice(1).join('|');

const ONE = `half an|an?|\\d{1,3}(?:\\.5)?|${NUMBER_WORD}`;

/** How many of a unit, as a piece of a pattern: 3, two, an, a couple of, two or three, 2-3. */
export const COUNT = `an? couple(?: of)?|an? few|(?:${ONE})(?: ?(?:[-–]|or|to) ?(?:${ONE}))?`;

/** Reads what `COUNT` found; of two numbers the nearer. */
export const countOf = (words: string): number => {
  if (/couple/i.test(words)) return 2;
  if (/few/i.test(words)) return 3;
  if (/^half/i.test(words)) return 0.5;
  const [word = ''] = words.split(/ ?[-–] ?| (?:or|to) /i);
  const at = WORDS.indexOf(word.toLowerCase());
  if (at >= 0) return at;
  return /^an?$/i.test(word) ? 1 : Number(word);
};
