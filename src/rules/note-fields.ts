import { contactKey } from '../domain/contact-key.ts';
import type { CustomerState } from '../domain/customer.ts';
import { profileField } from '../domain/profile.ts';

/** What an import may know beside the fields: when somebody was last in touch with the customer. */
const LAST_CONTACT = 'lastContactAt';

/** Keeps what tells whether another customer has the same number; `contacts` has it where the value is masked already. */
const noteContact = (state: CustomerState, field: string, value: unknown, contacts: Record<string, string>): void => {
  const key = contacts[field] ?? contactKey(field, value);
  if (key !== null) state.contacts[field] = key;
  else if (state.fields[field] === undefined) delete state.contacts[field];
};

/**
 * Takes the profile fields of a `profile` fact or a person's change. An empty value clears a field; a value that cannot be
 * one, or an unknown field, leaves the profile as it was (the event keeps it). Changes `state`, and gives what it changed, by the names
 * that conditions read.
 */
export const noteFields = (
  state: CustomerState,
  data: Record<string, unknown>,
  contacts: Record<string, string> = {},
): string[] =>
  Object.entries(data).flatMap(([word, value]) => {
    if (word === LAST_CONTACT) {
      const at = Date.parse(String(value));
      if (Number.isFinite(at)) state.importedContactAt = at;
      return ['silence'];
    }
    const field = profileField(word);
    if (!field) return [];
    const parsed = field.parse(value);
    if (value === null || value === '') delete state.fields[field.id];
    else if (parsed !== undefined) state.fields[field.id] = parsed;
    noteContact(state, field.id, value, contacts);
    if (field.id === 'name' && typeof parsed === 'string') state.name = parsed;
    return [`field:${field.id}`];
  });
