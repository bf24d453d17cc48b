import { createHash } from 'node:crypto';

/** The key of a batch's change of one customer: the same whenever it is tried, so that it is made once. No other key has a dot. */
export const batchKey = (deed: string, customer: string): string =>
  `${deed}.${createHash('sha256').update(customer).digest('hex').slice(0, 16)}`;

/** The batch of which a change, or a line of the history that it left, is part; null for any other. */
export const batchOf = (key: string): string | null => /^(~~[^./]+)\.[0-9a-f]{16}(?:\/|$)/.exec(key)?.[1] ?? null;
