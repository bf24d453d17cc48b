import type { CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import { type Notice, STAFF } from '../domain/notice.ts';
import { type Instant, MINUTE } from '../domain/time.ts';

/** How long nobody must have written before a customer's message is the beginning of something. */
const QUIET = 30 * MINUTE;

/**
 * Staff get a card when a customer who already had an important tag writes after quiet (semantics 15). `state` has the event in it
 * already; `lastContactAt` is as it was before.
 */
export const cardNotice = (
  customer: string,
  event: KeptEvent,
  lastContactAt: Instant | null,
  state: CustomerState,
  important: readonly string[],
): Notice[] => {
  const { at, from, body, _id } = event;
  if (body.kind !== 'message' || from !== 'customer') return [];
  if (lastContactAt !== null && at - lastContactAt < QUIET) return [];
  const had = important.some((tag) => (state.tags[tag]?.since ?? at) < at);
  return had ? [{ key: `card/${_id}`, to: STAFF, at, urgent: true, body: { kind: 'card', customer, event: _id } }] : [];
};
