import type { LessonAnswer } from '../../domain/learn-answers.ts';
import { intentWords } from '../intent-names.ts';
import { printable } from '../printable.ts';
import { quoted } from './quoted.ts';
import type { View } from './view.ts';
import { actorWords } from './words.ts';

/** Columns for a customer's words. */
const ROOM = 60;

const WORDS = {
  zh: {
    yes: (intent: string) => `是 ${intent}`,
    no: (intent: string) => `不是 ${intent}`,
    also: (count: number) => `等 ${count + 1} 次`,
  },
  en: {
    yes: (intent: string) => `is: ${intent}`,
    no: (intent: string) => `is not: ${intent}`,
    also: (count: number) => `and ${count} more`,
  },
};

/** What a lesson says of its words, and who said so. */
export const lessonLine = ({ text, intent, says, by, also }: Omit<LessonAnswer, 'number' | 'at'>, view: View): string => {
  const words = WORDS[view.lang];
  const name = printable(intentWords(intent, view.lang));
  const said = quoted({ text, span: null, lang: view.lang, colour: view.colour, room: ROOM });
  const who = also === 0 ? actorWords(by, view) : `${actorWords(by, view)} ${words.also(also)}`;
  return `${said}  ${words[says](name)}  (${who})`;
};
