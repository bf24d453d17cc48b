/**
 * Whole phone numbers and e-mail addresses (D7), apart from everything else. Events and customers hold them masked, beside a key: a hash of
 * the contact itself. Here stands for each key what it stands for, sealed with AES-256-GCM. So state stays a fold of the events: which
 * contact a customer has is folded like any field, and joins, splits and every kind of undo carry it along without knowing of this. A row
 * is written before the event that names it, since under a key nothing else can ever stand: whatever is killed between leaves a row that
 * nobody names, and the next try finds it there. Only an export for managers reads it.
 *
 * What sealing is worth: addresses and shared lines in a stolen copy of the database cannot be read. Of a mobile number the mask leaves
 * ten thousand possibilities, which its unkeyed hash tells apart; that is older than this file and not changed by it.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Contact } from './domain/contact-key.ts';
import { UserError } from './errors.ts';
import { redact } from './inbox/redact.ts';
import type { ContactRows } from './store/contacts.ts';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const MARK = 16;

/** The key of a contact is sealed with it: no row can stand in for another. */
const seal = ({ key, whole }: Contact, secret: Buffer): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(Buffer.from(key));
  const text = Buffer.concat([cipher.update(whole, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
};

const unseal = (key: string, sealed: string, secret: Buffer): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const cipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, NONCE), { authTagLength: MARK })
    .setAAD(Buffer.from(key))
    .setAuthTag(bytes.subarray(NONCE, NONCE + MARK));
  return Buffer.concat([cipher.update(bytes.subarray(NONCE + MARK)), cipher.final()]).toString('utf8');
};

/** @param secret gives the installation's key; asked for only where there is something to seal or to read. */
export const createContacts = ({ rows, secret }: { rows: ContactRows; secret: () => Buffer }) => {
  const opened = (): { key: Buffer; under: string } => {
    const key = secret();
    return { key, under: createHash('sha256').update(key).digest('hex').slice(0, 16) };
  };

  return {
    /** Keeps what is not kept yet. @throws the driver's error where the database is away, or slower than `withinMs`. */
    keep: async (contacts: readonly Contact[], withinMs: number): Promise<void> => {
      if (contacts.length === 0) return;
      const { key, under } = opened();
      const named = new Map(contacts.map((contact) => [contact.key, contact]));
      const there = await rows.sealedUnder(under, [...named.keys()], withinMs);
      // A card number that was taken for a telephone's stays away here too.
      const fresh = [...named.values()].filter(({ key: name, whole }) => !there.has(name) && redact(whole) === whole);
      const sealed = fresh.map((contact) => ({ _id: contact.key, under, sealed: seal(contact, key) }));
      if (sealed.length > 0) await rows.put(sealed, withinMs);
    },

    /** The whole contacts of these keys, as far as they are kept. @throws UserError where another installation has sealed one. */
    read: async (keys: readonly string[]): Promise<Map<string, string>> => {
      const found = keys.length === 0 ? [] : await rows.read([...new Set(keys)]);
      if (found.length === 0) return new Map();
      const { key, under } = opened();
      if (found.some((row) => row.under !== under)) throw new UserError('contacts_other_key');
      return new Map(found.map(({ _id, sealed }) => [_id, unseal(_id, sealed, key)]));
    },
  };
};

export type Contacts = ReturnType<typeof createContacts>;
