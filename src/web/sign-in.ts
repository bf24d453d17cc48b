import type { FastifyInstance, FastifyRequest } from 'fastify';
import { endSession, LOCAL, peekLink, SESSION_FOR, signedIn, useLink } from '../access/sign-ins.ts';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Lang } from '../text/lang.ts';
import { signInPage } from '../text/sign-in-page.ts';
import { type Access, cookieIn } from './access.ts';
import { cookieText, isSecure } from './cookie-text.ts';
import { sendPage } from './send-page.ts';
import { isOurOrigin, type Site } from './site.ts';
import type { Tries } from './tries.ts';

/** A form with one secret in it. */
const FORM_LIMIT = 1024;
const SECRET = /^[\w-]{43}$/;

interface SignInParts {
  app: App;
  site: Site;
  tries: Tries;
  access: Access;
  cookie: () => string;
  langOf: (request: FastifyRequest) => Lang;
}

/**
 * The one-time address: opening it asks, and only the answer uses it up. Its page tells its own origin to us, and the address with the
 * secret to nobody.
 */
export const serveSignIn = (server: FastifyInstance, { app, site, tries, access, cookie, langOf }: SignInParts): void => {
  const reach = { secure: isSecure(site), framed: false };
  const secretIn = (text: unknown): string => (typeof text === 'string' && SECRET.test(text) ? text : '');

  const over = (request: FastifyRequest): UserError => {
    if (tries.tooMany(request.ip)) return new UserError('too_many_tries');
    tries.note(request.ip);
    return new UserError('link_over');
  };

  server.get('/in', async (request, reply) => {
    const secret = secretIn((request.query as { t?: unknown }).t);
    const found = secret === '' ? null : await peekLink(app, secret);
    const who = found && signedIn(found.person, app.inForce.people(), !site.open);
    if (!who) throw over(request);
    reply.header('referrer-policy', 'same-origin');
    return sendPage(reply, signInPage(langOf(request), who.id === LOCAL ? null : who.name, secret), { forms: true });
  });

  void server.register((forms, _options, registered) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_, body, done) => done(null, new URLSearchParams(String(body))),
    );
    forms.post('/in', async (request, reply) => {
      const { origin, host = '' } = request.headers;
      // Nobody is to be signed in as somebody else by a page of another site.
      if (origin === undefined || !isOurOrigin(site, host, origin)) throw new UserError('other_origin');
      const { body } = request;
      const secret = secretIn(body instanceof URLSearchParams ? body.get('t') : null);
      const used = secret === '' ? null : await useLink(app, secret);
      if (!used) throw over(request);
      reply.header('set-cookie', cookieText(reach, cookie(), used.session, SESSION_FOR / 1000));
      return reply.redirect(used.to, 303);
    });
    registered();
  });

  server.post('/out', async (request, reply) => {
    await access.callerOf(request, 'read');
    await endSession(app, cookieIn(request.headers.cookie, cookie()));
    return reply
      .header('set-cookie', cookieText(reach, cookie(), '', 0))
      .code(204)
      .send();
  });
};
