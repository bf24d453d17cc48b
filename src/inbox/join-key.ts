import { createHash } from 'node:crypto';

/** The stored form of a key that joins identities: a hash, so that a phone number or address in it stays out of the base. */
export const joinKey = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);
