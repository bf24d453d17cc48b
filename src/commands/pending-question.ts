import { UserError } from '../errors.ts';

/** What was asked last, as it was given. */
export interface Question {
  words: string;
  token: string;
  atHand: string | null;
}

const YES = new Set(['确认', '/确认', 'confirm', '/confirm']);

/** A yes to a question of the bot. */
const isYes = (words: string): boolean => YES.has(words.trim().toLowerCase());

/**
 * Remembers the one question that a chat has open: the very next line may say yes to it. Anything else drops it, so that a yes meant for
 * somebody else never does what was asked long ago.
 */
export const createPendingQuestion = () => {
  let open: Question | null = null;
  return {
    put: (question: Question): void => {
      open = question;
    },
    drop: (): void => {
      open = null;
    },
    /** Whether these words say yes to an open question. */
    isAnswer: (words: string): boolean => open !== null && isYes(words),
    /**
     * The question that these words say yes to; null for any other words. Either way it is open no more.
     * @throws UserError `nothing_to_confirm` for a yes to nothing.
     */
    take: (words: string): Question | null => {
      const asked = open;
      open = null;
      if (!isYes(words)) return null;
      if (!asked) throw new UserError('nothing_to_confirm');
      return asked;
    },
  };
};
