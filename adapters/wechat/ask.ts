import type { Door } from '../../src/adapter.ts';
import type { Asked } from './hear.ts';

/** Commands that are remembered, so that one that a puppet brings again is not given again. */
const MOST_SEEN = 2_000;

/** Times in WeChat are whole seconds; ms. */
const COARSE = 2_000;

/**
 * Answers commands, those of one chat one after another. One from before the start is left alone: some puppets bring old messages again,
 * and nobody can tell whether it was carried out.
 */
export const createAsk = ({
  door,
  since,
  say,
  failed,
}: {
  door: Pick<Door<string>, 'answer'>;
  since: number;
  say: (to: Asked['to'], text: string) => Promise<void>;
  failed: (error: unknown) => void;
}) => {
  const seen = new Set<string>();
  const lanes = new Map<string, Promise<void>>();

  const isNew = (id: string): boolean => {
    if (seen.has(id)) return false;
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.add(id);
    return true;
  };

  return {
    ask: ({ asking, to, id, at }: Asked): void => {
      if (at < since - COARSE || !isNew(id)) return;
      const chat = asking.room.conversation;
      const mine = (lanes.get(chat) ?? Promise.resolve())
        .then(async () => say(to, await door.answer(asking)))
        .catch(failed)
        .finally(() => {
          if (lanes.get(chat) === mine) lanes.delete(chat);
        });
      lanes.set(chat, mine);
    },
    /** Resolves when all that was asked is answered. */
    settled: async (): Promise<void> => {
      await Promise.all(lanes.values());
    },
  };
};
