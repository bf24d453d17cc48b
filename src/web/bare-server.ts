import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { UserError } from '../errors.ts';
import { refusalOf } from './refusal.ts';
import { isOurHost, type Site } from './site.ts';

const BODY_LIMIT = 1_048_576;
/** As deep as a line of data may be, in the array of the lines. */
const DEEPEST = 33;
const LONGEST_PART = 8_192;

const HEADERS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** What Node gives up on before there is a request: no header, too long a one, or signs that an address must not hold. */
const refuseRaw = (_error: Error, socket: Socket): void => {
  const { body } = refusalOf(new UserError('request_refused'), 'en');
  const text = JSON.stringify(body);
  if (socket.writable)
    socket.end(
      `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
    );
  else socket.destroy();
};

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1)));

/** A server of ours without any address yet: bounded in every direction, deaf to other hosts' names, and strict in what a browser may do. */
export const createBareServer = (site: Site): FastifyInstance => {
  const server = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 10_000,
    connectionTimeout: 0,
    exposeHeadRoutes: false,
    clientErrorHandler: refuseRaw,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: LONGEST_PART },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (!isOurHost(site, request.headers.host)) throw new UserError('other_host');
  });
  // A key like __proto__ is an attack and nothing else.
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined);
    void parse(request, String(text), (error, value) => {
      if (error) return done(error);
      if (deeperThan(value, DEEPEST)) return done(new UserError('body_too_deep', { most: DEEPEST }));
      done(null, value);
    });
  });
  return server;
};
