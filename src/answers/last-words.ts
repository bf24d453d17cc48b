import type { App } from '../app.ts';
import { byTime } from '../domain/by-time.ts';
import type { Instant } from '../domain/time.ts';
import { effective } from '../effective.ts';
import { textOf } from './cause-answers.ts';

/** Messages, recalls and edits that are looked through for one that still stands. */
const MOST = 50;

/** What a customer said last up to a moment, as it stood then: recalled messages are passed over, edited ones read anew. */
export const lastWords = async (app: App, customer: string, until: Instant): Promise<string | null> => {
  const keys = await app.store.customers.keysOf(customer);
  const events = (await app.store.events.saidLast(keys, until, MOST)).sort(byTime);
  const byKey = new Map(events.map((event) => [event._id, event]));
  const standing = effective(events).findLast(
    ({ event, reading }) => event.body.kind === 'message' && (reading !== null || event.reading === undefined),
  );
  const source = standing && byKey.get(standing.words);
  return source ? textOf(source) : null;
};
