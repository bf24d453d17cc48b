import type { CustomerState } from '../domain/customer.ts';
import { cameByTime } from '../domain/due-event.ts';
import type { KeptEvent } from '../domain/event.ts';
import { MANAGER_OF, type Notice } from '../domain/notice.ts';
import type { Instant } from '../domain/time.ts';
import type { Note } from '../rules/rule.ts';

/** Whom a rule means. */
const readerOf = ({ to }: Note, { owner }: CustomerState): string =>
  to === 'owner' ? (owner?.id ?? '') : to === 'manager' ? MANAGER_OF + (owner?.id ?? '') : to;

/** What rules have to say of these events, and of moments since then; what they said of those before is told already. */
export const noteNotices = (
  customer: string,
  notes: readonly Note[],
  { events, since }: { events: readonly KeptEvent[]; since: Instant },
  state: CustomerState,
): Notice[] => {
  const fresh = new Set(events.map(({ _id }) => _id));
  const told = new Map<string, number>();
  return notes
    .filter(({ event, at }) => (cameByTime(event) ? at > since : fresh.has(event)))
    .map((note) => {
      const { rule, event, text, urgent, at } = note;
      const key = `note/${customer}/${event}/${rule}`;
      const place = told.get(key) ?? 0;
      told.set(key, place + 1);
      return { key: `${key}/${place}`, to: readerOf(note, state), at, urgent, body: { kind: 'note', customer, text, rule } };
    });
};
