import { type Contact, contactOf } from '../domain/contact-key.ts';
import type { CommandBody } from '../domain/event.ts';
import { nearWord } from '../domain/near-word.ts';
import type { Person } from '../domain/person.ts';
import { profileField } from '../domain/profile.ts';
import { nameKey } from '../domain/tag-name.ts';
import { UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import type { Context } from './command.ts';

const OWNER = ['owner', '负责人'];

/** The phone numbers and addresses among `field:value` words, by field: the fields themselves keep them masked. */
export const readContacts = (words: readonly string[]): Record<string, Contact> =>
  Object.fromEntries(
    words.flatMap((word) => {
      const [name = '', value = ''] = word.split(/[:：=＝](.*)/s, 2);
      const field = profileField(name)?.id ?? '';
      const contact = contactOf(field, value);
      return contact === null ? [] : [[field, contact]];
    }),
  );

/** Keeps contacts whole, apart, and gives what a change says of them: their keys by field. */
export const keepContacts = async ({ app }: Context, words: readonly string[]): Promise<Record<string, string>> => {
  const contacts = readContacts(words);
  await app.keepContacts(Object.values(contacts));
  return Object.fromEntries(Object.entries(contacts).map(([field, { key }]) => [field, key]));
};

/** `field:value` words as typed fields; an empty value clears. `field=value` is the same where there is such a field. */
export const readFields = (words: readonly string[]): CommandBody['fields'] =>
  Object.fromEntries(
    words.map((word) => {
      const [name = '', value = ''] = word.split(/[:：=＝](.*)/s, 2);
      const field = profileField(name);
      if (!field) throw new UsageError('unknown_field', { field: name });
      if (redact(value) !== value) throw new UserError('no_id_numbers', { field: name });
      const parsed = value === '' ? '' : field.parse(value);
      if (parsed === undefined) throw new UserError('bad_field', { field: name });
      return [field.id, parsed];
    }),
  );

/** Whether a word sets a field. The first one names the customer, who may be called `channel:id`, unless it begins with a field's name. */
export const isField = (word: string, place = 1): boolean => {
  const sign = /[:：=＝]/.exec(word);
  return sign !== null && ((place > 0 && /[:：]/.test(sign[0])) || profileField(word.slice(0, sign.index)) !== undefined);
};

export const isOwnerWord = (word: string): boolean => OWNER.includes(word);

/**
 * Takes `owner PERSON` out of the words behind the customer's name; what else follows it is nothing that can be done.
 * @param nobodyNamed whether the name may be missing, because a customer is at hand.
 */
export const partOwner = (words: readonly string[], nobodyNamed = false): { named: string[]; owner: string | null } => {
  const others = words.filter((word, place) => !isField(word, place));
  const place = others.findIndex((word, at) => (nobodyNamed || at > 0) && isOwnerWord(word));
  if (place < 0) return { named: others, owner: null };
  const [owner, ...more] = others.slice(place + 1);
  if (owner === undefined || more.length > 0) throw new UsageError('owner_usage');
  return { named: others.slice(0, place), owner };
};

/** Names that an answer proposes. */
const MOST_NEAR = 5;

/** Who may have been meant by a word that names nobody: those whose name or id begins with it or holds it, else the nearest misspelling. */
const nearPeople = (word: string, people: readonly Person[]): string[] => {
  const key = nameKey(word);
  const shown = ({ id, name }: Person) => (name === id ? id : `${name} (${id})`);
  const holds = people.filter(({ id, name }) => key !== '' && [id, name].some((one) => nameKey(one).includes(key)));
  if (holds.length > 0) return holds.slice(0, MOST_NEAR).map(shown);
  const near = nearWord(
    key,
    people.flatMap(({ id, name }) => [nameKey(id), nameKey(name)]),
  );
  return people.filter(({ id, name }) => [id, name].some((one) => nameKey(one) === near)).map(shown);
};

/**
 * The id of the person whom a word means.
 * @throws UserError where there is nobody of this id.
 */
export const readOwner = ({ app }: Context, word: string): string => {
  const people = app.inForce.people();
  // Without a people file any name will do: there is nobody to check it against.
  if (people.all.length === 0) {
    if (redact(word) !== word) throw new UserError('no_id_numbers', { field: 'owner' });
    return word;
  }
  const person = people.byId(word);
  if (person) return person.id;
  const near = nearPeople(word, people.all);
  throw near.length === 0
    ? new UserError('unknown_person', { name: word })
    : new UserError('unknown_person_near', { name: word, choices: near.join('、'), choicesEn: near.join(', ') });
};
