import { cameByTime } from '../domain/due-event.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import type { Note } from '../rules/rule.ts';

/** What happened now: these events, and the moments after `since`. */
export interface News {
  events: readonly KeptEvent[];
  since: Instant;
}

/** What rules have to say of what happened now; what they said of what was before is told already. */
export const freshNotes = (notes: readonly Note[], { events, since }: News): Note[] => {
  if (notes.length === 0) return [];
  const fresh = new Set(events.map(({ _id }) => _id));
  return notes.filter(({ event, at }) => (cameByTime(event) ? at > since : fresh.has(event)));
};
