import type { Instant } from './time.ts';

/** What a token lets a program do; `write` includes `read`, `tags:restricted` both, `events` stands alone. */
export const SCOPES = ['events', 'read', 'write', 'tags:restricted'] as const;
export type Scope = (typeof SCOPES)[number];

const INCLUDED: Record<Scope, readonly Scope[]> = {
  events: ['events'],
  read: ['read'],
  write: ['write', 'read'],
  'tags:restricted': ['tags:restricted', 'write', 'read'],
};

/** Whether these scopes allow what wants that one. */
export const allows = (scopes: readonly Scope[], wanted: Scope): boolean =>
  scopes.some((scope) => INCLUDED[scope].includes(wanted));

/** A program's key as stored: the name is its id, and of the secret there is only the hash. */
export interface StoredToken {
  _id: string;
  hash: string;
  scopes: Scope[];
  /** Who made it. */
  by: string;
  at: Instant;
  until: Instant;
  revokedAt?: Instant;
  /** Last used; noted once a minute. */
  usedAt?: Instant;
}

/** A one-time address that signs somebody in; `_id` is the hash of its secret. */
export interface SignInLink {
  _id: string;
  person: string;
  /** The page to open then: a path of ours. */
  to: string;
  until: Date;
}

/** Somebody who is signed in; `_id` is the hash of the cookie's secret. What they may do is read anew at each request. */
export interface Session {
  _id: string;
  person: string;
  until: Date;
}

/** What was answered to a request with an `Idempotency-Key`; without `body` it is being worked on, until `lease` at most. */
export interface KeptAnswer {
  _id: string;
  /** The hash of what was asked. */
  asked: string;
  status?: number;
  body?: string;
  lease: Instant;
  until: Date;
}
