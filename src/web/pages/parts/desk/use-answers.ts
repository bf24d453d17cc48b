import { useEffect, useState } from 'preact/hooks';
import { type Ask, Refused } from '../ask.ts';
import { newId } from '../new-id.ts';
import type { Action, Answered, Drawn } from './drawn.ts';

/** What was asked of the bot about a customer since the page was opened. A command is given once, and never again by itself. */
export const useAnswers = (desk: Ask, customer: string | null, noAnswer: string) => {
  const [answers, setAnswers] = useState<Answered[]>([]);
  // Answers are about one customer.
  useEffect(() => setAnswers([]), [customer]);
  const give = async ({ words, told }: Pick<Action, 'words' | 'told'>, shown: string, after: string | null) => {
    const id = newId();
    setAnswers((before) => [...before, { id, after, words: shown, drawn: null }]);
    const about = customer === null ? {} : { customer };
    const drawn = await desk.post<Drawn>('/ask', { words, ...about, ...(told === undefined ? {} : { told }) }).catch(
      (error: unknown): Drawn => ({
        title: error instanceof Refused && error.status > 0 ? `${error.message} ${error.hint}` : noAnswer,
        sections: [],
      }),
    );
    setAnswers((before) => before.map((one) => (one.id === id ? { ...one, drawn } : one)));
  };
  return { answers, give };
};
