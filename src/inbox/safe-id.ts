import { createHash } from 'node:crypto';
import { redact } from './redact.ts';

/**
 * A platform's id or key as it may be stored: the id itself, or, where it holds an ID or card number, `~` and a hash of it, so
 * that different people stay different. Long digit ids that look like a card by chance are hashed too; the same id gives the same.
 */
export function safeId(id: string): string {
  return redact(id) === id ? id : `~${createHash('sha256').update(id).digest('hex').slice(0, 24)}`;
}
