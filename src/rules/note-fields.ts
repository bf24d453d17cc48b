import type { CustomerState } from '../domain/customer.ts';
import { profileField } from '../domain/profile.ts';

/**
 * Takes the profile fields of a `profile` fact or a person's change. An empty value clears a field; a value that cannot be
 * one, or an unknown field, leaves the profile as it was (the event keeps it). Changes `state`.
 */
export const noteFields = (state: CustomerState, data: Record<string, unknown>): void => {
  for (const [word, value] of Object.entries(data)) {
    const field = profileField(word);
    if (!field) continue;
    const parsed = field.parse(value);
    if (value === null || value === '') delete state.fields[field.id];
    else if (parsed !== undefined) state.fields[field.id] = parsed;
    if (field.id === 'name' && typeof parsed === 'string') state.name = parsed;
  }
};
