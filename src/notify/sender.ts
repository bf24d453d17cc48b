import type { App } from '../app.ts';
import { type OutboxRow, STAFF } from '../domain/notice.ts';
import type { Reply } from '../domain/reply.ts';
import { type Instant, MINUTE } from '../domain/time.ts';
import { compose } from './compose.ts';
import { quietUntil } from './quiet-until.ts';
import { restOf } from './rest-of.ts';

/** Where people are told things. Gives whether this reader could be reached there, or after how many ms to try again. */
export type Outlet = (reader: string, replies: readonly Reply[]) => Promise<boolean | number>;

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

  const rowsFor = async (reader: string, urgent: boolean, now: Instant): Promise<OutboxRow[]> => {
    const waiting = await outbox.waitingFor(reader, now);
    // What is urgent goes alone: the rest may have to wait.
    return urgent ? waiting.filter((row) => row.urgent) : waiting;
  };

  const postpone = async (reader: string, urgent: boolean, now: Instant, until: Instant): Promise<void> =>
    outbox.postpone(
      (await rowsFor(reader, urgent, now)).map(({ _id }) => _id),
      until,
    );

  /** Tells a reader whose mailbox this process has in hand; gives whether anything was told. */
  const say = async (reader: string, urgent: boolean, now: Instant): Promise<boolean> => {
    const rows = await rowsFor(reader, urgent, now);
    const ids = rows.map(({ _id }) => _id);
    const replies = await compose(app, rows);
    const told = replies.length === 0 || (await outlet(reader, replies));
    if (told !== true) {
      await outbox.postpone(ids, now + (told === false ? RETRY : told));
      return false;
    }
    await outbox.settle(ids, replies.length === 0 ? 'dropped' : 'sent', now);
    return replies.length > 0;
  };

  const tell = async (reader: string, urgent: boolean): Promise<void> => {
    const now = app.wallNow();
    // Their quiet hours may have changed since this was put down.
    const quiet = urgent || reader === STAFF ? now : quietUntil(now, restOf(app.inForce, reader));
    if (quiet > now) return postpone(reader, urgent, now, quiet);
    const { retryAt } = await mailboxes.take(reader, now, urgent);
    if (retryAt !== null) return postpone(reader, urgent, now, retryAt);
    let told = false;
    try {
      told = await say(reader, urgent, now);
    } finally {
      await mailboxes.release(reader, told ? now + PAUSE : null);
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
