import type { CustomerState } from '../domain/customer.ts';
import { MANAGER_OF, type Notice } from '../domain/notice.ts';
import type { Note, NotePlan } from '../rules/rule.ts';

/** Whom a rule means. */
const readerOf = ({ to }: NotePlan, { owner }: CustomerState): string =>
  to === 'owner' ? (owner?.id ?? '') : to === 'manager' ? MANAGER_OF + (owner?.id ?? '') : to;

/** What rules have to say to people. */
export const noteNotices = (customer: string, notes: readonly Note[], state: CustomerState): Notice[] => {
  const placeOf = new Map<string, number>();
  return notes.flatMap((note): Notice[] => {
    if (!('told' in note)) return [];
    const { rule, event, at, told } = note;
    const key = `note/${customer}/${event}/${rule}`;
    const place = placeOf.get(key) ?? 0;
    placeOf.set(key, place + 1);
    const body = { kind: 'note' as const, customer, text: told.text, rule };
    return [{ key: `${key}/${place}`, to: readerOf(told, state), at, urgent: told.urgent, body }];
  });
};
