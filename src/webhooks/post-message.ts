import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** What a receiver may take for one message (Standard Webhooks: 15 to 30 s), ms. */
export const TIMEOUT = 15_000;
/** Of an answer nothing but its status is of use; more than this is not waited for, bytes. */
const MOST_READ = 65_536;

const PRIVATE = 'PRIVATE_ADDRESS';

/** Finds the addresses of a host, as the system does. */
export type Resolve = (
  host: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const refused = (): NodeJS.ErrnoException => Object.assign(new Error('the address is not public'), { code: PRIVATE });

/** Connects to the very addresses that it has looked at, so that a name cannot mean another place a moment later. */
const guarded =
  (resolve: Resolve, mayBePrivate: boolean): LookupFunction =>
  (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? refused(), []);
      if (!mayBePrivate && !addresses.every(({ address }) => isPublicAddress(address))) return done(refused(), []);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'BROKEN_ANSWER';

export interface Message {
  url: URL;
  headers: Record<string, string>;
  body: string;
  mayBePrivate: boolean;
}

/**
 * Makes the function that posts one message and resolves to the HTTP status of its answer, or to a code that says what was in the way:
 * `TIMEOUT`, `STOPPED`, `PRIVATE_ADDRESS`, else the system's. It follows no redirect, and never rejects.
 */
export const createPostMessage =
  ({ timeoutMs = TIMEOUT, resolve = lookup as Resolve }: { timeoutMs?: number; resolve?: Resolve } = {}) =>
  ({ url, headers, body, mayBePrivate }: Message, stop: AbortSignal): Promise<number | string> => {
    // A host that is written as a number is looked up by nobody.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !mayBePrivate && !isPublicAddress(host)) return Promise.resolve(PRIVATE);
    const late = AbortSignal.timeout(timeoutMs);
    const send = url.protocol === 'http:' ? requestHttp : requestHttps;
    return new Promise((done) => {
      const sent = send(url, {
        ...{ method: 'POST', agent: false, lookup: guarded(resolve, mayBePrivate), signal: AbortSignal.any([late, stop]) },
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Tagwise',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      });
      let status: number | undefined;
      // Whoever has said what they think of it need not end well.
      sent.on('error', (error) => done(status ?? (late.aborted ? 'TIMEOUT' : stop.aborted ? 'STOPPED' : codeOf(error))));
      sent.on('response', (answer) => {
        status = answer.statusCode;
        let read = 0;
        answer.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > MOST_READ) answer.destroy();
        });
        answer.on('error', () => undefined);
        answer.on('close', () => done(status ?? 'BROKEN_ANSWER'));
      });
      sent.end(body);
    });
  };

export type PostMessage = ReturnType<typeof createPostMessage>;
