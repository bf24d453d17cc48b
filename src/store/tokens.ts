import type { StoredToken } from '../domain/access.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';
import { isConflict } from './faults.ts';

/** How exactly it is known when a token was used last, ms. */
const USED_EVERY = 60_000;

/** The keys of programs. */
export const createTokens = ({ tokens }: Collections) => ({
  /** Keeps a new one; takes the place of one of that name that no longer opens anything. False where one still does. */
  add: async (token: StoredToken, now: Instant): Promise<boolean> => {
    const dead = { _id: token._id, $or: [{ revokedAt: { $exists: true } }, { until: { $lte: now } }] };
    try {
      await tokens.collection.replaceOne(dead as never, token as never, { upsert: true });
      return true;
    } catch (error) {
      if (!isConflict(error)) throw error;
      return false;
    }
  },

  byName: (name: string): Promise<StoredToken | null> => tokens.findById(name).lean<StoredToken | null>(),

  all: (): Promise<StoredToken[]> => tokens.find({}).sort({ _id: 1 }).lean<StoredToken[]>(),

  /** Whether there was one of that name that still opened something. */
  revoke: async (name: string, now: Instant): Promise<boolean> =>
    (await tokens.updateOne({ _id: name, revokedAt: { $exists: false } }, { $set: { revokedAt: now } })).modifiedCount === 1,

  noteUse: async ({ _id, usedAt = 0 }: StoredToken, now: Instant): Promise<void> => {
    if (now - usedAt >= USED_EVERY) await tokens.updateOne({ _id }, { $set: { usedAt: now } });
  },
});
