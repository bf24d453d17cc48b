import type { KeptEvent } from '../domain/event.ts';
import type { Events } from '../store/events.ts';

const PAGE = 1000;

/**
 * Brings recalls and edits that awaited their message together with it. Both sides write first and look for the other then, so
 * one of them sees it whichever was faster; a crash between the two is made good by `all`.
 */
export const createAdopt = ({
  events,
  push,
}: {
  events: Pick<Events, 'adopt' | 'ownersOf' | 'awaiting'>;
  push: (events: KeptEvent[]) => void;
}) => {
  const give = async (owners: ReadonlyMap<string, string>) => {
    if (owners.size > 0) push(await events.adopt(owners));
  };

  return {
    /** For messages that were just kept: whatever awaited them takes its turn. */
    by: (kept: readonly KeptEvent[]): Promise<void> =>
      give(new Map(kept.flatMap(({ _id, body, identity }) => (body.kind === 'message' && identity ? [[_id, identity]] : [])))),

    /** For a recall or edit that was just kept as awaiting: its message may have come meanwhile. */
    of: async ({ target }: KeptEvent): Promise<void> => {
      if (target !== undefined) await give(await events.ownersOf([target]));
    },

    /** For all that await, after a crash. */
    all: async (): Promise<void> => {
      for (let after = ''; ; ) {
        const page = await events.awaiting(after, PAGE);
        await give(await events.ownersOf(page.flatMap(({ target }) => target ?? [])));
        const last = page.at(-1);
        if (page.length < PAGE || !last) return;
        after = last._id;
      }
    },
  };
};
