import { createPendingQuestion } from '../../commands/pending-question.ts';

type Question = ReturnType<typeof createPendingQuestion>;

/** Chats whose open question is remembered at most. */
const MOST = 5_000;

/** The open question of each chat of a channel; the oldest are forgotten, and then a yes has to be asked for again. */
export const createQuestions = () => {
  const open = new Map<string, Question>();
  return {
    of: (chat: string): Question => {
      const held = open.get(chat) ?? createPendingQuestion();
      open.delete(chat);
      open.set(chat, held);
      for (const oldest of open.keys()) {
        if (open.size <= MOST) break;
        open.delete(oldest);
      }
      return held;
    },
  };
};
