import type { App } from '../../app.ts';
import type { UnsureAnswer } from '../../domain/learn-answers.ts';
import { phraseKey } from '../../match/phrase-key.ts';

/** Messages that are looked through, the newest. */
const MOST_MESSAGES = 50_000;
/** Guesses that are told of one. */
const MOST_GUESSES = 3;

/** A message of which the classifier could not tell what it wants. */
export interface Unsure {
  /** Of the event. */
  id: string;
  text: string;
  guesses: UnsureAnswer['guesses'];
}

/** How far the likeliest is ahead of the next; the less, the more a person's word teaches. */
const lead = ({ guesses: [first, second] }: Unsure): number => (first?.confidence ?? 0) - (second?.confidence ?? 0);

/**
 * What customers said of late that looked like an intent and was too unsure even to suggest its tag, once each, the least certain first.
 * @param known whether the words are taught already, by their phrase key.
 */
export const unsureMessages = async (
  app: App,
  known: (key: string) => boolean,
): Promise<{ waiting: Unsure[]; messages: number }> => {
  const found = new Map<string, Unsure>();
  let messages = 0;
  for await (const { id, text, intents, known: hit } of app.store.events.customerWords(MOST_MESSAGES)) {
    messages += 1;
    if (hit || intents.length === 0 || intents.some(({ enough }) => enough !== null)) continue;
    const key = phraseKey(text);
    if (key === '' || found.has(key) || known(key)) continue;
    const guesses = intents.slice(0, MOST_GUESSES).map(({ intent, confidence }) => ({ intent, confidence }));
    found.set(key, { id, text, guesses });
  }
  return { waiting: [...found.values()].sort((a, b) => lead(a) - lead(b) || (a.id < b.id ? -1 : 1)), messages };
};
