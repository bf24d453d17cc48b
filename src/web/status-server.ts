import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { SurroundingsError } from '../errors.ts';
import { statusPage } from '../text/status-page.ts';

/** Tried first, so that the address is the same tomorrow; when it is taken, any free one. */
const USUAL_PORT = 7460;
const LOOPBACK = '127.0.0.1';
const READY_WITHIN = 900;

/** A database that hangs is not ready; whoever asks shall not wait for it. */
const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    sleep(READY_WITHIN, undefined, { ref: false }).then(() => {
      throw new Error('too late');
    }),
  ]);

/** Taken by another program, or kept for the system's own. */
const cannotBeHad = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

const portOf = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new SurroundingsError('bad_port', { port: text });
  return Number(text);
};

/**
 * The bot's own address on this machine: whether it lives, whether it is ready, and how it stands. Counts only, no customer's name
 * or words, since nobody has to sign in here. A page of another site cannot read it: only requests to loopback are answered.
 */
export const createStatusServer = ({ app, port }: { app: App; port: string | undefined }) => {
  const server: FastifyInstance = Fastify({ logger: false, bodyLimit: 1024, requestTimeout: 10_000 });

  server.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    // A name that was made to point here (DNS rebinding) is not ours.
    if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? ''))
      await reply.code(421).send({ error: 'loopback only' });
  });

  const status = async () => ({
    asOf: new Date(app.clock.asOf()).toISOString(),
    customers: await app.store.customers.count({}),
    events: await app.store.events.count(),
    waiting: app.lanes.waiting(),
    quarantined: await app.store.events.countQuarantined(),
    behindMinutes: await app.behind(),
  });

  server.get('/healthz', async () => ({ ok: true }));
  server.get('/readyz', async (_request, reply) => {
    try {
      return { ok: true, ...(await inTime(status())) };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
  server.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(statusPage(await status())));

  const listen = (on: number) => server.listen({ host: LOOPBACK, port: on });

  return {
    /** Opens and gives the address. @throws SurroundingsError when the port that was asked for is none or is taken. */
    start: async (): Promise<string> => {
      const asked = port === undefined || port === '' ? null : portOf(port);
      try {
        return await listen(asked ?? USUAL_PORT);
      } catch (error) {
        if (!cannotBeHad(error)) throw error;
        if (asked !== null) throw new SurroundingsError('port_taken', { port: asked });
        return listen(0);
      }
    },
    stop: async (): Promise<void> => server.close(),
  };
};
