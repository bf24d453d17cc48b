import type { Model } from 'mongoose';
import type { KeptEvent } from '../domain/event.ts';

/** Worded so that the index of events that ever failed serves it. */
const setAside = { failures: { $gte: 1 }, state: 'quarantined' } as const;

/** Events that failed of their own and wait for somebody to run them again. */
export const createSetAside = (events: Model<KeptEvent>) => ({
  /** How many are set aside. */
  countQuarantined: (): Promise<number> => events.countDocuments(setAside),

  /** Those set aside, oldest first. */
  quarantined: (limit: number): Promise<KeptEvent[]> =>
    events.find(setAside).sort({ at: 1, _id: 1 }).limit(limit).lean<KeptEvent[]>(),

  /** Lets those set aside wait for their turn again, with all their tries; says how many. */
  release: async (): Promise<number> => {
    const waiting = { $set: { state: 'pending', failures: 0 }, $unset: { reason: 1 } };
    return (await events.collection.updateMany(setAside, waiting)).modifiedCount;
  },
});
