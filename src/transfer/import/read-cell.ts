import { Temporal } from 'temporal-polyfill';
import { contactOf } from '../../domain/contact-key.ts';
import { nearWord } from '../../domain/near-word.ts';
import { profileField } from '../../domain/profile.ts';
import { joinKey } from '../../inbox/join-key.ts';
import { redact } from '../../inbox/redact.ts';
import { cleanEmail } from '../clean/clean-email.ts';
import { cleanPhone } from '../clean/clean-phone.ts';
import { Unclean } from '../clean/fault.ts';
import { saysNothing } from '../clean/says-nothing.ts';
import { type ColumnName, holdsTags, type Target } from '../columns/target.ts';
import { ORDER_CELLS } from './read-order-cell.ts';
import { readTags } from './read-tags.ts';
import { type Draft, masked, pastDate, type ReadCell, type Reading, tooLong, unusable } from './reading.ts';

const NOBODY = 'Nobody among the people is called so.';

const readOwner: ReadCell = (text, draft, { people }) => {
  const person = people.byId(text);
  draft.owner = person?.id ?? text;
  draft.ownerCell = { text, fault: null };
  // Without a people file any name will do: there is nobody to check it against.
  if (people.all.length === 0) return redact(text) === text ? tooLong(text) : new Unclean('value', 'Write a name here.');
  if (person) return undefined;
  const names = people.all.flatMap(({ id, name }) => [name, id]);
  const near = nearWord(text, names);
  return new Unclean('unknown_owner', near === null ? NOBODY : `Nobody among the people is called so; did you mean ${near}?`);
};

/** Of a birthday only the year is kept; some tables have no more. */
const birthYear = (text: string, reading: Reading): number | Unclean => {
  const year = profileField('birthYear')?.parse(text);
  if (typeof year === 'number') return year;
  const at = pastDate(text, reading);
  return at instanceof Unclean ? at : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(reading.zone).year;
};

const COLUMN: Record<ColumnName, ReadCell> = {
  ...ORDER_CELLS,
  id: (text, { who }) => {
    who.id = text;
    return unusable(text);
  },
  customer: (text, { who }) => {
    who.word = text;
    return unusable(text);
  },
  key: (text, { who }) => {
    who.keys.push(joinKey(text));
    return masked(text);
  },
  owner: readOwner,
  tags: (text, draft, reading) => readTags(text, null, draft, reading),
  lastContactAt: (text, { fields }, reading) => {
    const at = pastDate(text, reading);
    if (at instanceof Unclean) return at;
    fields['lastContactAt'] = new Date(at).toISOString();
    return undefined;
  },
  birthday: (text, { fields }, reading) => {
    const year = birthYear(text, reading);
    if (year instanceof Unclean) return year;
    fields['birthYear'] ??= year;
    return undefined;
  },
};

/** A number or address of one's own: it tells who is meant, joins, and is kept masked. */
const readContact = (field: 'phone' | 'email', text: string, own: boolean, { who, fields, contacts }: Draft): undefined => {
  if (own) who.keys.push(joinKey(text));
  const contact = contactOf(field, text, own);
  if (contact !== null) contacts[field] = contact;
  if (contact !== null && own) who.contacts[field] = contact.key;
  fields[field] = profileField(field)?.parse(text);
};

const readPhone: ReadCell = (text, draft) => {
  const found = cleanPhone(text);
  return found instanceof Unclean ? found : readContact('phone', found.phone, found.key, draft);
};

const readEmail: ReadCell = (text, draft) => {
  const found = cleanEmail(text);
  return found instanceof Unclean ? found : readContact('email', found.email, found.key, draft);
};

/** What to write where a field of the profile cannot take a cell. */
const WANTED: Record<string, string> = { sex: 'Write 男 or 女.', birthYear: 'Write a year, like 1990.' };

const readField = (field: string, text: string, draft: Draft): Unclean | undefined => {
  const value = profileField(field)?.parse(redact(text));
  if (value === undefined) return new Unclean('value', WANTED[field] ?? 'Shorten it to 200 characters.');
  if (field === 'name') draft.who.name = String(value);
  else draft.fields[field] = value;
  return undefined;
};

/** Whether a library or the people have this for a name, odd as it is. */
const isName = (target: Target, text: string, { tree, people }: Reading): boolean => {
  if (target.to === 'column' && target.name === 'owner') return people.byId(text) !== undefined;
  if (target.to === 'group')
    return tree.resolve(text).kind !== 'unknown' || tree.resolve(`${target.group}:${text}`).kind !== 'unknown';
  return holdsTags(target) && tree.resolve(text).kind !== 'unknown';
};

/** Takes one cleaned, non-empty cell into the draft, or says what is wrong with it. */
export const readCell = (target: Target, text: string, draft: Draft, reading: Reading): Unclean | undefined => {
  if (target.to === 'left_out' || (saysNothing(text) && !isName(target, text, reading))) return undefined;
  if (target.to === 'group') return readTags(text, target.group, draft, reading);
  if (target.to === 'column') return COLUMN[target.name](text, draft, reading);
  if (target.field === 'phone') return readPhone(text, draft, reading);
  return target.field === 'email' ? readEmail(text, draft, reading) : readField(target.field, text, draft);
};
