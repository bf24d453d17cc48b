import type { App } from '../app.ts';
import { byTime } from '../domain/by-time.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import { effective } from '../fold/effective.ts';
import { textOf } from './cause-answers.ts';

/** Messages, recalls and edits that are looked through for those that still stand. */
const MOST = 50;

export interface SaidTurn {
  at: Instant;
  from: KeptEvent['from'];
  text: string;
}

/**
 * The last things said to and by a customer up to a moment, oldest first, as they stood then: recalled messages are passed over,
 * edited ones read anew. `own`: the customer's alone.
 */
export const lastTurns = async (
  app: App,
  customer: string,
  { until, most, own }: { until: Instant; most: number; own: boolean },
): Promise<SaidTurn[]> => {
  const keys = await app.store.customers.keysOf(customer);
  const events = (await app.store.events.saidLast(keys, until, MOST, own)).sort(byTime);
  const byKey = new Map(events.map((event) => [event._id, event]));
  return effective(events)
    .flatMap(({ event, reading, words }) => {
      // An agent's words are not read; a customer's that lost their reading were recalled.
      const stands = event.body.kind === 'message' && (reading !== null || event.reading === undefined);
      const source = stands ? byKey.get(words) : undefined;
      const text = source ? textOf(source) : null;
      // Pictures and voice say nothing in words.
      return text === null || text.trim() === '' ? [] : [{ at: event.at, from: event.from, text }];
    })
    .slice(-most);
};
