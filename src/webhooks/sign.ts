import { createHmac } from 'node:crypto';
import type { Instant } from '../domain/time.ts';

/**
 * The headers by which a receiver knows that a message is ours and new (Standard Webhooks, "Signature scheme"): one signature a secret,
 * over id, time in seconds and body.
 */
export const sign = (
  { id, at, body }: { id: string; at: Instant; body: string },
  secrets: readonly Buffer[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> => {
  const seconds = String(Math.floor(at / 1000));
  const signed = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signed.join(' ') };
};
