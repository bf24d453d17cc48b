import type { Lesson } from '../domain/lesson.ts';
import { phraseKey } from '../match/phrase-key.ts';
import type { Example } from './example.ts';
import type { Intent } from './gather-intents.ts';

/** What teaches intents. */
export interface Taught {
  intents: Intent[];
  examples: Example[];
  /** Messages as they come, by which thresholds are chosen. */
  held: Example[];
  /** Messages that do not have the intent of their label, whatever else they have; they too choose thresholds. */
  wrong: Example[];
}

/**
 * Adds to what files teach what people said of messages. Files come first: a lesson with the words of an example is left out, as is one of an
 * intent that there is no more; of several with the same words the first yes counts. What becomes an example chooses no threshold any more.
 */
export const addLessons = (taught: Taught, lessons: readonly Lesson[]): Taught => {
  if (lessons.length === 0) return taught;
  const known = new Set(taught.intents.map(({ id }) => id));
  const labels = new Map(taught.examples.map(({ text, label }) => [phraseKey(text), label]));
  const meant = lessons.filter(({ intent, text }) => known.has(intent) && phraseKey(text) !== '');
  const added: Example[] = [];
  const fresh = new Set<string>();
  for (const { text, intent } of meant.filter(({ says }) => says === 'yes')) {
    const key = phraseKey(text);
    if (labels.has(key)) continue;
    labels.set(key, intent);
    fresh.add(key);
    added.push({ text, label: intent });
  }
  const wrong = new Map(
    meant
      .filter(({ says, text, intent }) => says === 'no' && labels.get(phraseKey(text)) !== intent)
      .map(({ text, intent }) => [`${intent} ${phraseKey(text)}`, { text, label: intent }]),
  );
  return {
    intents: taught.intents,
    examples: [...taught.examples, ...added],
    held: taught.held.filter(({ text }) => !fresh.has(phraseKey(text))),
    wrong: [...taught.wrong, ...wrong.values()],
  };
};
