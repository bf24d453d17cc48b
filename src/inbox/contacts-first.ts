import type { Contact } from '../domain/contact-key.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { KeepOutcome } from './straight-through.ts';

/**
 * Keeps the whole contacts that events name before the events themselves, those of a batch in one write: with the database away both are
 * refused by the same breaker.
 */
export const createContactsFirst = (parts: {
  keepContacts: (contacts: readonly Contact[]) => Promise<void>;
  insert: (batch: KeptEvent[]) => Promise<KeepOutcome[]>;
}) => {
  /** Of events on their way to disk. */
  const named = new WeakMap<KeptEvent, readonly Contact[]>();

  return {
    /** Says which contacts an event names that is about to be kept. */
    note: (event: KeptEvent, contacts: readonly Contact[]): void => {
      if (contacts.length > 0) named.set(event, contacts);
    },

    insert: async (batch: KeptEvent[]): Promise<KeepOutcome[]> => {
      const contacts = batch.flatMap((event) => named.get(event) ?? []);
      if (contacts.length > 0) await parts.keepContacts(contacts);
      return parts.insert(batch);
    },
  };
};
