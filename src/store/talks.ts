import type { KeptEvent } from '../domain/event.ts';
import { identityKey } from '../domain/key.ts';
import type { StoredRoom } from '../domain/room.ts';
import type { Collections } from './collections.ts';
import { living } from './living.ts';
import { PAGE_ORDER } from './page-after.ts';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What pages that show a talk need: its messages as they were kept, applied or not, and who talks. */
export const createTalks = ({ events, rooms, customers }: Collections) => ({
  /** The newest messages of one identity, and what recalled or edited some, newest first. */
  said: (identity: string, limit: number): Promise<KeptEvent[]> =>
    events
      .find({
        identity,
        $or: [{ 'body.kind': 'message' }, { 'body.kind': 'fact', 'body.name': { $in: ['recall', 'edit'] } }],
      })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean<KeptEvent[]>(),

  /** Who spoke last in the conversations of an account, whoever did so last first. */
  newest: (channel: string, account: string, limit: number): Promise<Required<Pick<StoredRoom, '_id' | 'identity' | 'at'>>[]> =>
    rooms
      .find({ _id: { $regex: `^${literally(identityKey(channel, account, ''))}` }, identity: { $exists: true } })
      .sort({ at: -1 })
      .limit(limit)
      .lean<Required<Pick<StoredRoom, '_id' | 'identity' | 'at'>>[]>(),

  /** The customers of the sample with their names, the last in touch first. */
  ofSample: (limit: number): Promise<{ _id: string; state: { name: string | null } }[]> =>
    customers
      .find({ sample: true, ...living }, { 'state.name': 1 })
      .sort(PAGE_ORDER)
      .limit(limit)
      .lean<{ _id: string; state: { name: string | null } }[]>(),
});
