import type { BatchDeed, Deed, DeedPage } from '../../domain/deed.ts';
import type { Context } from '../command.ts';
import { commandKey } from '../command-event.ts';

/** Customers that one write changes. */
export const PAGE = 100;
/** A process that has not said for so long that it is at it, is not, ms. */
export const LEASE = 30_000;

/** Notes what is to be done to whom; from now on it is done to its end, whatever is killed. `note` says in the history what it is. */
export const beginBatch = async (
  context: Context,
  what: BatchDeed,
  members: readonly string[],
  note: string,
): Promise<Deed<BatchDeed>> => {
  const { app, actor } = context;
  const { store } = app;
  const now = app.wallNow();
  const deed: Deed<BatchDeed> = {
    ...{ _id: commandKey(now), actor: { id: actor.id, role: actor.role }, at: app.clock.asOf(), kept: now },
    ...{ what, count: members.length, note, lease: now + LEASE },
  };
  const pages = Array.from(
    { length: Math.ceil(members.length / PAGE) },
    (_, place): DeedPage => ({
      ...{ _id: `${deed._id}/${place}`, deed: deed._id, place },
      members: members.slice(place * PAGE, (place + 1) * PAGE),
    }),
  );
  await store.deeds.begin(deed, pages);
  return deed;
};
