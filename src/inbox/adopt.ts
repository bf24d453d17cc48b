import type { KeptEvent } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import type { Events } from '../store/events.ts';

const PAGE = 1000;
/** Remembered at most: most never come, since they were written before the bot was there. */
const MOST_AWAITED = 10_000;

/**
 * Brings recalls and edits that awaited their message together with it. This process remembers what it let await, so that a message
 * costs no look into the store; those that another process, or one before this one, let await are found by `sweep`.
 */
export const createAdopt = ({
  events,
  push,
}: {
  events: Pick<Events, 'adopt' | 'ownersOf' | 'awaiting'>;
  push: (events: KeptEvent[]) => void;
}) => {
  const awaited = new Set<string>();

  const give = async (owners: ReadonlyMap<string, string>) => {
    if (owners.size === 0) return;
    push(await events.adopt(owners));
    for (const key of owners.keys()) awaited.delete(key);
  };

  return {
    /** For messages that were just kept: whatever awaited them takes its turn. */
    by: (kept: readonly KeptEvent[]): Promise<void> =>
      give(new Map(kept.flatMap(({ _id, identity }) => (awaited.has(_id) && identity ? [[_id, identity]] : [])))),

    /** For a recall or edit that was just kept as awaiting: its message may have come meanwhile. */
    of: async ({ target }: KeptEvent): Promise<void> => {
      if (target === undefined) return;
      if (awaited.size >= MOST_AWAITED) awaited.clear();
      awaited.add(target);
      await give(await events.ownersOf([target]));
    },

    /** For all that were kept since then and await. */
    sweep: async (keptSince: Instant): Promise<void> => {
      for (let after = ''; ; ) {
        const page = await events.awaiting(keptSince, after, PAGE);
        if (page.length > 0) await give(await events.ownersOf(page.flatMap(({ target }) => target ?? [])));
        const last = page.at(-1);
        if (page.length < PAGE || !last) return;
        after = last._id;
      }
    },
  };
};
