import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits that nobody guesses, in 43 characters that need no quotes anywhere. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored in place of a secret. It is long and random, so that a plain hash tells nothing. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether a secret is the one of this hash, in the same time for every wrong one. */
export const isSecretOf = (hash: string, secret: string): boolean => {
  const [given, stored] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return given.length === stored.length && timingSafeEqual(given, stored);
};
