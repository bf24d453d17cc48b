import type { FastifyRequest } from 'fastify';
import { LOCAL } from '../access/sign-ins.ts';
import type { Guest } from '../adapter.ts';
import type { Actor } from '../domain/person.ts';
import { UserError } from '../errors.ts';
import { type Access, checkOrigin } from './access.ts';
import type { Site } from './site.ts';

export interface GuestAccessParts {
  site: Site;
  access: Access;
  /** Whether the local demo is open now. */
  demo: () => boolean;
}

/** Who asks an address of a channel; null for a visitor, whose page must be ours all the same. @throws UserError where they may not. */
export const createGuestAccess = ({ site, access, demo }: GuestAccessParts) => {
  /** The person who is signed in. Programs write by the API, under names of their own. */
  const person = async (request: FastifyRequest): Promise<Actor> => {
    const caller = await access.callerOf(request, request.method === 'GET' ? 'read' : 'write');
    if (caller.kind !== 'person') throw new UserError('not_signed_in');
    return caller.actor;
  };

  /** The operator of the local demo, and nobody else; nobody at all where there is no demo. */
  const operator = async (request: FastifyRequest): Promise<Actor> => {
    const found = await person(request);
    if (found.id !== LOCAL || !demo()) throw new UserError('demo_closed');
    return found;
  };

  const visitor = async (request: FastifyRequest): Promise<null> => {
    checkOrigin(site, request);
    return null;
  };

  return { visitor, staff: person, operator } satisfies Record<Guest, (request: FastifyRequest) => Promise<Actor | null>>;
};

export type GuestAccess = ReturnType<typeof createGuestAccess>;
