import type { Instant } from '../domain/time.ts';
import type { Collections, GoneEndpoint } from './collections.ts';

/** The webhooks whose receiver has said that it is gone for good. */
export const createGoneEndpoints = ({ goneEndpoints }: Collections) => ({
  /** Since when the address of a webhook is gone; null where it is there, or is another one by now. */
  since: async (hook: string, fingerprint: string): Promise<Instant | null> => {
    const found = await goneEndpoints.findById(hook).lean<GoneEndpoint | null>();
    return found?.fingerprint === fingerprint ? found.at : null;
  },

  note: async (hook: string, fingerprint: string, at: Instant): Promise<void> => {
    await goneEndpoints.updateOne({ _id: hook }, { $set: { fingerprint, at } }, { upsert: true });
  },

  /** It has answered again. */
  back: async (hook: string): Promise<void> => {
    await goneEndpoints.deleteOne({ _id: hook });
  },
});

export type GoneEndpoints = ReturnType<typeof createGoneEndpoints>;
