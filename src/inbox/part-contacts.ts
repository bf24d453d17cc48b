import { CONTACT_FIELDS, type Contact, contactOf } from '../domain/contact-key.ts';
import type { KeptEvent } from '../domain/event.ts';
import { profileField } from '../domain/profile.ts';

/** One field of a profile: masked, and what it was; as it is where it holds no contact. */
const part = (word: string, value: unknown): { word: string; value: unknown; field?: string; contact?: Contact } => {
  const field = profileField(word);
  if (!field || !CONTACT_FIELDS.includes(field.id)) return { word, value };
  const [contact, masked] = [contactOf(field.id, value), field.parse(value)];
  return contact === null || masked === undefined ? { word, value } : { word, value: masked, field: field.id, contact };
};

/**
 * Takes phone numbers and addresses out of a fact about the customer's profile: the event holds them masked, with their keys beside. The
 * event's own key is made before, from the whole fact, so that a delivery of before this was done is still known.
 */
export const partContacts = (event: KeptEvent): { event: KeptEvent; contacts: Contact[] } => {
  const { body } = event;
  if (body.kind !== 'fact' || body.name !== 'profile') return { event, contacts: [] };
  const parts = Object.entries(body.data).map(([word, value]) => part(word, value));
  const contacts = parts.flatMap(({ contact }) => contact ?? []);
  if (contacts.length === 0) return { event, contacts };
  const data = Object.fromEntries(parts.map(({ word, value }) => [word, value]));
  const keys = Object.fromEntries(parts.flatMap(({ field, contact }) => (field && contact ? [[field, contact.key]] : [])));
  return { event: { ...event, body: { ...body, data, contacts: keys } }, contacts };
};
