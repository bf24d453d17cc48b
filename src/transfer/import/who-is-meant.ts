import { createHash } from 'node:crypto';
import type { Customer } from '../../domain/customer.ts';
import { identityKey } from '../../domain/key.ts';
import { nameKey } from '../../domain/tag-name.ts';
import { safeId } from '../../inbox/safe-id.ts';
import type { Customers } from '../../store/customers.ts';
import type { Fault } from '../clean/fault.ts';
import { CHANNEL } from './channel.ts';
import type { Statement, Who } from './statement.ts';

/** Of one page; a name that more have is ambiguous anyway. */
const MOST_NAMED = 5000;
const SHOWN = 5;

/**
 * Whom a row means: somebody who is there, or somebody new by the identity that they will have. Both for somebody who is there and gets a
 * number that the base has not heard of yet.
 */
export type Meant = { customer: Customer; identity?: string } | { customer?: undefined; identity: string } | Fault;

/** The identity of somebody new: by their number, else by name and key, so that namesakes stay apart. */
export const newIdentity = ({ id, word, name, keys }: Who): string => {
  const [key] = [...keys].sort();
  const number = id ?? word;
  if (number !== null) return identityKey(CHANNEL, '', safeId(number));
  const mark = key === undefined ? '' : createHash('sha256').update(key).digest('hex').slice(0, 8);
  return identityKey(CHANNEL, '', [name, mark].filter(Boolean).join('-'));
};

const wordsOf = ({ id, word, name, keys }: Who): string[] => {
  if (id !== null || word !== null) return [id, word].flatMap((one) => one ?? []);
  return keys.length === 0 && name !== null ? [name] : [];
};

/** Whether the row has nothing but a name, which several may have. */
export const isNameOnly = ({ id, word, keys }: Who): boolean => id === null && word === null && keys.length === 0;

/** Whether the row leaves it to something else to say who it is. */
export const isNobody = ({ id, word, name, keys }: Who): boolean =>
  id === null && word === null && name === null && keys.length === 0;

const UNKNOWN_ORDER: Fault = {
  kind: 'unknown_order',
  heading: null,
  message: 'There is no such order: check its number, import the orders first, or say which customer it is.',
};

/** The keys by which the store may know them. */
const keysOf = (who: Who): string[] => [newIdentity(who), ...who.keys.map((key) => `#${key}`)];

/**
 * Finds whom the rows of one page mean, all at once: by number (a customer's id, one of a table before, or one on any channel), by the
 * hash of phone or e-mail, and by name where there is nothing else.
 */
export const whoIsMeant = async (customers: Customers, page: readonly Statement[]): Promise<(statement: Statement) => Meant> => {
  const words = [...new Set(page.flatMap(({ who }) => wordsOf(who)))];
  const keys = [...new Set(page.flatMap(({ who }) => keysOf(who)))];
  const contacts = [...new Set(page.flatMap(({ who }) => Object.values(who.contacts)))];
  const bought = [...new Set(page.flatMap(({ who, payment }) => (isNobody(who) ? (payment?.order ?? []) : [])))];
  const [exact, identities, named, contactable, buyers] = await Promise.all([
    customers.living(words),
    customers.identities(keys),
    customers.namedAs(words.map(nameKey), MOST_NAMED),
    customers.contactable(contacts, MOST_NAMED),
    customers.buyers(bought, MOST_NAMED),
  ]);
  const byIdentity = new Map(identities.map(({ _id, customer }) => [_id, customer]));
  const byName = new Map<string, Set<string>>();
  for (const { _id, findable } of named) for (const word of findable) byName.set(word, (byName.get(word) ?? new Set()).add(_id));
  const byContact = new Map<string, string[]>();
  for (const one of contactable) for (const hash of one.contacts) byContact.set(hash, [...(byContact.get(hash) ?? []), one._id]);
  // Whoever was merged is found as the one they became.
  const found = [...byIdentity.values(), ...[...named, ...contactable, ...buyers].map(({ _id }) => _id)];
  const living = new Map([...exact, ...(await customers.living(found))]);

  const byWord = (word: string): string[] => {
    const id = exact.has(word) ? word : byIdentity.get(identityKey(CHANNEL, '', safeId(word)));
    return id === undefined ? [...(byName.get(nameKey(word)) ?? [])] : [id];
  };

  /** By what the row says of them; by its order where it says nothing. */
  const idsOf = ({ who, payment }: Statement): string[] => {
    if (isNobody(who)) return buyers.filter(({ orders }) => orders.includes(payment?.order ?? '')).map(({ _id }) => _id);
    const known = [...wordsOf(who).flatMap(byWord), ...keysOf(who).flatMap((key) => byIdentity.get(key) ?? [])];
    // A number that somebody wrote down joins nobody by itself: it tells who is meant where nothing else does.
    return known.length > 0 ? known : Object.values(who.contacts).flatMap((hash) => byContact.get(hash) ?? []);
  };

  return (statement) => {
    const { who } = statement;
    const found = new Map(
      idsOf(statement)
        .flatMap((id) => living.get(id) ?? [])
        .map((customer) => [customer._id, customer]),
    );
    const [customer] = found.values();
    if (!customer) return isNobody(who) ? UNKNOWN_ORDER : { identity: newIdentity(who) };
    if (found.size === 1) {
      const numbered = who.id !== null && byWord(who.id).length === 0;
      return { customer, ...(numbered ? { identity: newIdentity(who) } : {}) };
    }
    const choices = [...found.keys()].slice(0, SHOWN).join('、');
    const kind = isNameOnly(who) && !isNobody(who) ? 'ambiguous_customer' : 'two_customers';
    return { kind, heading: null, message: `Say which customer it is, or join them first: ${choices}.` };
  };
};
