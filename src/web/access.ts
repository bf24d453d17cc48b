import type { FastifyRequest } from 'fastify';
import { sessionOf, signedIn } from '../access/sign-ins.ts';
import { tokenActor, tokenOf } from '../access/tokens.ts';
import type { App } from '../app.ts';
import type { Scope } from '../domain/access.ts';
import { UserError } from '../errors.ts';
import { type Caller, checkScope } from './caller.ts';
import { isOurOrigin, type Site } from './site.ts';
import type { Tries } from './tries.ts';

type Request = Pick<FastifyRequest, 'headers' | 'ip' | 'method'>;

/** The value of a cookie; '' where there is none. */
export const cookieIn = (header: string | undefined, name: string): string => {
  for (const part of (header ?? '').split(';')) {
    const [key = '', value = ''] = part.trim().split('=', 2);
    if (key === name) return value;
  }
  return '';
};

/** A write by cookie must come from a page of ours: a browser says where it comes from, and nothing else has a cookie. */
export const checkOrigin = (site: Site, { headers, method }: Request): void => {
  if (method === 'GET') return;
  const { origin, host = '' } = headers;
  const fetched = headers['sec-fetch-site'];
  const ours = origin !== undefined && isOurOrigin(site, host, origin);
  if (!ours || (fetched !== undefined && fetched !== 'same-origin')) throw new UserError('other_origin');
};

/** Who asks. Nobody without a token or a session gets in, and each is looked up anew, so that what is taken back counts at once. */
export const createAccess = ({ app, site, tries, cookie }: { app: App; site: Site; tries: Tries; cookie: () => string }) => {
  const byToken = async (text: string, machine: string): Promise<Caller> => {
    const token = await tokenOf(app, text);
    if (token === null) {
      // Only whoever is wrong has to wait: behind a proxy all are one machine.
      if (tries.tooMany(machine)) throw new UserError('too_many_tries');
      tries.note(machine);
      throw new UserError('token_refused');
    }
    await app.store.tokens.noteUse(token, app.wallNow());
    return { kind: 'token', actor: tokenActor(token), scopes: token.scopes };
  };

  const bySession = async (secret: string): Promise<Caller> => {
    const session = secret === '' ? null : await sessionOf(app, secret);
    const actor = session && signedIn(session.person, app.inForce.people(), !site.open);
    if (!actor) throw new UserError('not_signed_in');
    return { kind: 'person', actor };
  };

  return {
    /** @throws UserError where nobody may come in, or not for this. */
    callerOf: async (request: Request, needs: Scope): Promise<Caller> => {
      const { authorization } = request.headers;
      const [, text] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
      if (authorization !== undefined && text === undefined) throw new UserError('token_refused');
      if (text !== undefined) {
        const caller = await byToken(text, request.ip);
        checkScope(caller, needs);
        return caller;
      }
      const caller = await bySession(cookieIn(request.headers.cookie, cookie()));
      checkOrigin(site, request);
      checkScope(caller, needs);
      return caller;
    },
  };
};

export type Access = ReturnType<typeof createAccess>;
