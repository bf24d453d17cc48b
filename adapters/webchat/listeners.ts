import type { PageStream } from '../../src/adapter.ts';

type Send = Parameters<PageStream['listen']>[0];

/** Who listens to what: pages of one talk, of one person, or of all. */
export const createListeners = () => {
  const open = new Map<string, Set<Send>>();
  return {
    listen: (to: string, send: Send): (() => void) => {
      const held = open.get(to) ?? new Set();
      open.set(to, held);
      held.add(send);
      return () => {
        held.delete(send);
        if (held.size === 0 && open.get(to) === held) open.delete(to);
      };
    },

    /** Gives how many heard it. */
    tell: (to: string, event: string, data: object): number => {
      const heard = open.get(to);
      for (const send of heard ?? []) send(event, data);
      return heard?.size ?? 0;
    },
  };
};

export type Listeners = ReturnType<typeof createListeners>;
