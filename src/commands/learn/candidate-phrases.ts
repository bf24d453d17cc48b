import type { CutWords } from './word-cutter.ts';

/** Words in a row that can be a phrase. A new word falls into pieces when it is cut, so pieces are put together again. */
const MOST_WORDS = 3;
/** Characters of a phrase: one Chinese character, or two letters, stand in too many words. */
const LEAST_HAN = 2;
const LEAST_LATIN = 3;
const MOST = 12;
const MOST_LATIN = 32;

/** What is read of one message; nobody writes keywords into the rest. */
const MOST_READ = 500;

const HAN = /\p{Script=Han}+|[\p{Script=Latin}']+(?: +[\p{Script=Latin}']+)*/gu;

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** Words that stand in a row, as phrases of one to three words. */
const inRow = (words: readonly string[], glue: string): string[] =>
  words.flatMap((_, from) =>
    Array.from({ length: Math.min(MOST_WORDS, words.length - from) }, (__, more) =>
      words.slice(from, from + more + 1).join(glue),
    ),
  );

const fits = (phrase: string): boolean => {
  const [least, most] = isHan(phrase) ? [LEAST_HAN, MOST] : [LEAST_LATIN, MOST_LATIN];
  return phrase.length >= least && phrase.length <= most;
};

/** Phrases of a message that could be keywords, each once: never over a stop or a digit, so no number and no name beside it. */
export const candidatePhrases = (text: string, cut: CutWords): Set<string> => {
  const runs = text.slice(0, MOST_READ).toLowerCase().match(HAN) ?? [];
  const phrases = runs.flatMap((run) => (isHan(run) ? inRow(cut(run), '') : inRow(run.split(/ +/), ' ')));
  return new Set(phrases.filter(fits));
};
