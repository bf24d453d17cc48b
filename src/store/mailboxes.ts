import type { Instant } from '../domain/time.ts';
import type { Collections, Mailbox } from './collections.ts';
import { isConflict } from './faults.ts';

/** How long a process has for one message; after that, another takes over (one that died said nothing, or said it already). */
const LEASE = 60_000;

const notAfter = (now: Instant) => ({ $not: { $gt: now } });

export const createMailboxes = ({ mailboxes }: Collections) => ({
  /** Takes hold of a mailbox; else gives the moment from which to try again. `urgent`: whatever was told a moment ago. */
  take: async (reader: string, now: Instant, urgent: boolean): Promise<{ retryAt: Instant | null }> => {
    const free = { _id: reader, lease: notAfter(now), ...(urgent ? {} : { next: notAfter(now) }) };
    try {
      await mailboxes.collection.updateOne(free as never, { $set: { lease: now + LEASE } }, { upsert: true });
      return { retryAt: null };
    } catch (error) {
      if (!isConflict(error)) throw error;
      const held = await mailboxes.findById(reader).lean<Mailbox>();
      return { retryAt: Math.max(held?.lease ?? 0, urgent ? 0 : (held?.next ?? 0), now + 1) };
    }
  },

  /** Lets go of a mailbox; nothing that can wait is told before `next`. */
  release: async (reader: string, next: Instant | null): Promise<void> => {
    await mailboxes.updateOne({ _id: reader }, { $unset: { lease: 1 }, ...(next === null ? {} : { $max: { next } }) });
  },

  /** Whether somebody wants their daily message. */
  setBriefing: async (reader: string, wanted: boolean): Promise<void> => {
    const change = wanted ? { $unset: { briefing: 1 as const } } : { $set: { briefing: 'off' as const } };
    await mailboxes.updateOne({ _id: reader }, change, { upsert: true });
  },

  /** Those who want none. */
  withoutBriefing: async (): Promise<Set<string>> => {
    const found = await mailboxes.find({ briefing: 'off' }, { _id: 1 }).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  },
});
