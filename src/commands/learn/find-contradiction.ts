import type { Lesson } from '../../domain/lesson.ts';
import type { Example } from '../../intents/example.ts';
import { phraseKey } from '../../match/phrase-key.ts';

/** A lesson that cannot be learnt beside what is taught already: its words are an example of `other`, or its intent was said not to be theirs. */
export interface Contradiction {
  lesson: Lesson;
  other: string;
}

/** The first of these lessons that contradicts an example, a lesson in force or one before it; null where none does. */
export const findContradiction = (
  lessons: readonly Lesson[],
  taught: { examples: readonly Example[]; lessons: readonly Lesson[] },
): Contradiction | null => {
  const examples = new Map(taught.examples.map(({ text, label }) => [phraseKey(text), label]));
  const wrong = new Set<string>();
  const note = ({ text, intent, says }: Lesson) => {
    if (says === 'yes') examples.set(phraseKey(text), intent);
    else wrong.add(`${intent} ${phraseKey(text)}`);
  };
  taught.lessons.forEach(note);
  for (const lesson of lessons) {
    const key = phraseKey(lesson.text);
    const other = examples.get(key);
    const against = lesson.says === 'yes' ? other !== undefined && other !== lesson.intent : other === lesson.intent;
    if (other !== undefined && against) return { lesson, other };
    if (lesson.says === 'yes' && wrong.has(`${lesson.intent} ${key}`)) return { lesson, other: lesson.intent };
    note(lesson);
  }
  return null;
};
