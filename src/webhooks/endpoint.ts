import { createHash } from 'node:crypto';
import type { WebhookState } from '../domain/webhook.ts';

/** Where a webhook's messages go, and what they are signed with. */
export interface Endpoint {
  url: URL;
  /** While a secret is being replaced, the new and the old one: each signs. */
  secrets: readonly Buffer[];
  /** Tells one address from another, and nothing of it. */
  fingerprint: string;
}

/** What is wrong with either. */
export type EndpointFault = Exclude<WebhookState, 'ready' | 'gone'>;

/** Bytes of a secret, by Standard Webhooks. */
const [SHORTEST, LONGEST] = [24, 64];
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

const readSecret = (text: string): Buffer | null => {
  const secret = Buffer.from(SECRET.exec(text)?.[1] ?? '', 'base64');
  return secret.length >= SHORTEST && secret.length <= LONGEST ? secret : null;
};

/** Reads secrets, `whsec_…` parted by blanks, or says what is wrong. One bad one is as bad as none. */
export const readSecrets = (text = ''): Buffer[] | 'no_secret' | 'bad_secret' => {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0) return 'no_secret';
  const secrets = words.map(readSecret).filter((one) => one !== null);
  return secrets.length < words.length ? 'bad_secret' : secrets;
};

/** Reads an address, or says what is wrong. What leaves the house is encrypted. */
export const readAddress = (text = '', mayBePrivate: boolean): URL | 'no_url' | 'bad_url' | 'plain_http' => {
  if (text.trim() === '') return 'no_url';
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return 'bad_url';
  return url.protocol === 'http:' && !mayBePrivate ? 'plain_http' : url;
};

/** Reads where a webhook sends to and what it signs with, or says what is wrong first. */
export const readEndpoint = (
  given: { url?: string | undefined; secret?: string | undefined },
  mayBePrivate: boolean,
): Endpoint | EndpointFault => {
  const [url, secrets] = [readAddress(given.url, mayBePrivate), readSecrets(given.secret)];
  if (typeof url === 'string') return url;
  if (typeof secrets === 'string') return secrets;
  return { url, secrets, fingerprint: createHash('sha256').update(url.href).digest('base64url') };
};
