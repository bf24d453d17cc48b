import { Unclean } from './fault.ts';

const ADDRESS = /^[\w.+%'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
/** As exports of ours have it. */
const MASKED = /^[\w.+-]\*{3}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** An e-mail address in lower case. Idempotent. `key`: whether it is whole, so that it tells customers apart. */
export const cleanEmail = (text: string): { email: string; key: boolean } | Unclean => {
  const email = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^mailto:/i, '')
    .toLowerCase();
  if (MASKED.test(email)) return { email, key: false };
  return ADDRESS.test(email) && email.length <= 200
    ? { email, key: true }
    : new Unclean('email', 'Write one e-mail address, like mei@example.com.');
};
