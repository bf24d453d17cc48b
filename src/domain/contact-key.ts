import { createHash } from 'node:crypto';

const phone = (text: string): string | null => {
  const digits = text.replace(/[\s().-]/g, '');
  if (!/^\+?\d{7,16}$/.test(digits)) return null;
  // A mobile number of this country is the same with its prefix and without.
  return digits.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '').replace(/^\+/, '');
};

const email = (text: string): string | null => (/^[^\s@*]+@[^\s@*]+$/.test(text) ? text.toLowerCase() : null);

const NORMAL: Readonly<Record<string, (text: string) => string | null>> = { phone, email };

/**
 * What two spellings of one phone number or e-mail address share: a hash, for the number itself stays out of the base. Null for any other
 * field, and for a value that is masked already.
 */
export const contactKey = (field: string, value: unknown): string | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const normal = Object.hasOwn(NORMAL, field) ? NORMAL[field]?.(String(value).normalize('NFKC').trim()) : null;
  return normal ? createHash('sha256').update(`${field}:${normal}`).digest('hex').slice(0, 40) : null;
};
