import type { Session, SignInLink } from '../domain/access.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';

const standing = (_id: string, now: Instant) => ({ _id, until: { $gt: new Date(now) } });

/** One-time addresses and the sessions that come of them, each by the hash of its secret. */
export const createSignIns = ({ signInLinks, sessions }: Collections) => ({
  addLink: async (link: SignInLink): Promise<void> => {
    await signInLinks.collection.insertOne(link as never);
  },

  /** Whom a link would sign in; null where it is used, over, or none. */
  link: (id: string, now: Instant): Promise<SignInLink | null> =>
    signInLinks.findOne(standing(id, now)).lean<SignInLink | null>(),

  /** Uses a link: of all who try, one gets it. */
  takeLink: async (id: string, now: Instant): Promise<SignInLink | null> =>
    (await signInLinks.collection.findOneAndDelete(standing(id, now) as never)) as SignInLink | null,

  addSession: async (session: Session): Promise<void> => {
    await sessions.collection.insertOne(session as never);
  },

  session: (id: string, now: Instant): Promise<Session | null> => sessions.findOne(standing(id, now)).lean<Session | null>(),

  endSession: async (id: string): Promise<void> => {
    await sessions.deleteOne({ _id: id });
  },
});
