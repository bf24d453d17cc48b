import { createHash } from 'node:crypto';

/** A phone number or an e-mail address as it was written, with its key. */
export interface Contact {
  /** What two spellings of it share: a hash, by which events and customers name it. */
  key: string;
  /** As people dial or write it. */
  whole: string;
}

const SEPARATING = /[\s().-]/g;

const phone = (text: string): string | null => {
  const digits = text.replace(SEPARATING, '');
  if (!/^\+?\d{7,16}$/.test(digits)) return null;
  // A mobile number of this country is the same with its prefix and without.
  return digits.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '').replace(/^\+/, '');
};

const email = (text: string): string | null => (/^[^\s@*]+@[^\s@*]+$/.test(text) ? text.toLowerCase() : null);

const NORMAL: Readonly<Record<string, (text: string) => string | null>> = { phone, email };

/** The fields that hold a contact. */
export const CONTACT_FIELDS: readonly string[] = Object.keys(NORMAL);

/** In front of the hash of a line that several people share: it tells of nobody who they are. */
const SHARED = '~';

/**
 * The contact that a field's value is. Null for any other field, and for a value that is masked already.
 * @param own whether it is one person's alone.
 */
export const contactOf = (field: string, value: unknown, own = true): Contact | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).normalize('NFKC').trim();
  const normal = Object.hasOwn(NORMAL, field) ? NORMAL[field]?.(text) : null;
  if (!normal) return null;
  const hash = createHash('sha256').update(`${field}:${normal}`).digest('hex').slice(0, 40);
  return { key: own ? hash : SHARED + hash, whole: field === 'phone' ? text.replace(SEPARATING, '') : text };
};

/** The key of the contact that a field's value is; the number itself stays out of events and of the customer. */
export const contactKey = (field: string, value: unknown): string | null => contactOf(field, value)?.key ?? null;

/** Without the prefix of this country, and in small letters. */
const alike = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:\+|00)?86(?=1)/, '')
    .replace(/^\+/, '');

/** Whether a field's masked value may stand for this contact: where it was set anew in masked form, it stands for another one. */
export const isMaskOf = (masked: string, whole: string): boolean => {
  const [start = '', end, ...more] = alike(masked).split(/\*+/);
  const text = alike(whole);
  return end !== undefined && more.length === 0 && text.startsWith(start) && text.slice(start.length).endsWith(end);
};
