import type { App } from '../app.ts';
import type { Reply } from '../domain/reply.ts';
import { MINUTE } from '../domain/time.ts';
import { compose } from './compose.ts';

/** Where people are told things. Gives whether this reader could be reached there. */
export type Outlet = (reader: string, replies: readonly Reply[]) => Promise<boolean>;

/** At most one message that can wait in so long; the others are bundled into the next. */
const PAUSE = 5 * MINUTE;
/** How soon another process, or a channel connected meanwhile, tries somebody who could not be reached. */
const RETRY = MINUTE;
const PAGE = 200;

/**
 * Tells people what waits for them, each message at least once: a process that dies between telling and noting it has told it once
 * more. One process at a time tells one reader.
 */
export const createSender = ({ app, outlet }: { app: App; outlet: Outlet }) => {
  const { outbox, mailboxes } = app.store;

  const tell = async (reader: string, urgent: boolean): Promise<void> => {
    const now = app.wallNow();
    const { retryAt } = await mailboxes.take(reader, now, urgent);
    const waiting = await outbox.waitingFor(reader, now);
    // What is urgent goes alone: the rest may have to wait.
    const rows = urgent ? waiting.filter((row) => row.urgent) : waiting;
    const ids = rows.map(({ _id }) => _id);
    if (retryAt !== null) return outbox.postpone(ids, retryAt);
    let next: number | null = null;
    try {
      const replies = await compose(app, rows);
      const told = replies.length === 0 || (await outlet(reader, replies));
      if (!told) return await outbox.postpone(ids, now + RETRY);
      await outbox.settle(ids, replies.length === 0 ? 'dropped' : 'sent', now);
      if (replies.length > 0) next = now + PAUSE;
    } finally {
      await mailboxes.release(reader, next);
    }
  };

  return {
    /** Tells all that may be told by now. One query where nothing is. */
    run: async (): Promise<void> => {
      const waiting = await outbox.waiting(app.wallNow(), PAGE);
      const urgent = new Set(waiting.filter((row) => row.urgent).map(({ to }) => to));
      for (const reader of urgent) await tell(reader, true);
      const others = new Set(waiting.filter((row) => !row.urgent).map(({ to }) => to));
      for (const reader of others) await tell(reader, false);
    },
  };
};

export type Sender = ReturnType<typeof createSender>;
