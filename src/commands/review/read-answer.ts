import { nearWord } from '../../domain/near-word.ts';
import { UsageError } from '../../errors.ts';
import type { Intent } from '../../intents/gather-intents.ts';
import { intentNames } from '../../text/intent-names.ts';

/** What can be said of a suggested tag, or the intent that its words have instead. */
export type ReviewWord = { answer: 'yes' | 'no' | 'skip' } | { answer: 'other'; meant: string };

const WORDS = {
  yes: ['yes', 'y', 'right', '对', '是', '对的', '是的', '好'],
  no: ['no', 'n', 'wrong', '不对', '不是', '否', '错'],
  skip: ['skip', 'later', '跳过', '以后', '再说'],
};

const namesOf = ({ id }: Intent): string[] => [id, id.replaceAll('_', '-'), ...Object.values(intentNames[id] ?? {})];

/** The intent that a word names, by its id or name in either language. */
export const intentNamed = (word: string, intents: readonly Intent[]): Intent | undefined =>
  intents.find((intent) => namesOf(intent).some((name) => name.toLowerCase() === word.toLowerCase()));

/** The name of an intent, or another word that may be said here, nearest to what was typed. */
export const nearIntent = (word: string, intents: readonly Intent[], others: readonly string[] = []): string | null =>
  nearWord(word.toLowerCase(), [...others, ...intents.flatMap(namesOf)]);

/**
 * Reads an answer: yes, no, skip, or an intent by its id or name.
 * @throws UsageError `review_answer` for anything else, with the nearest word.
 */
export const readAnswer = (word: string, intents: readonly Intent[]): ReviewWord => {
  const key = word.toLowerCase();
  for (const answer of ['yes', 'no', 'skip'] as const) if (WORDS[answer].includes(key)) return { answer };
  const meant = intentNamed(word, intents);
  if (meant) return { answer: 'other', meant: meant.id };
  throw new UsageError('review_answer', { word, near: nearIntent(word, intents, Object.values(WORDS).flat()) ?? '' });
};
