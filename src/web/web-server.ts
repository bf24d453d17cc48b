import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { Lang } from '../commands/command.ts';
import type { TagwiseError } from '../errors.ts';
import { UserError } from '../errors.ts';
import { refusedPage } from '../text/sign-in-page.ts';
import { statusPage } from '../text/status-page.ts';
import { createAccess } from './access.ts';
import { answerRoutes } from './answer-routes.ts';
import { createBareServer } from './bare-server.ts';
import { isSecure } from './cookie-text.ts';
import { describe } from './describe.ts';
import { type ChannelHealth, serveHealth, statusOf } from './health.ts';
import { listen } from './listen.ts';
import type { LiveBoard } from './live-board.ts';
import { createLiveStreams } from './live-stream.ts';
import { createMetrics } from './metrics.ts';
import { createOpsServer } from './ops-server.ts';
import { knownError, refusalOf } from './refusal.ts';
import { requestLang } from './request-lang.ts';
import { routes } from './routes/index.ts';
import { sendPage } from './send-page.ts';
import { type Guests, serveGuests } from './serve-guests.ts';
import { servePages } from './serve-pages.ts';
import { serveSignIn } from './sign-in.ts';
import type { Site } from './site.ts';
import { createTries } from './tries.ts';
import { isInWecom } from './wecom/is-in-wecom.ts';
import { serveWecom } from './wecom/serve-wecom.ts';
import type { WecomToolbar } from './wecom/toolbar.ts';

export interface WebParts {
  app: App;
  site: Site;
  /** As the environment has it; absent: the usual one, or any. */
  port: string | undefined;
  /** Where health and metrics are served by themselves; absent: health with all else, and no metrics. */
  metricsPort: string | undefined;
  /** The language of whoever asks for none. */
  lang: Lang;
  version: string;
  /** Where the built pages lie. */
  pages: string;
  board: LiveBoard;
  channels: () => ChannelHealth[];
  /** Notes an error that nobody foresaw, and says what to tell whoever asked. */
  unforeseen: (error: unknown) => TagwiseError;
  /** WeCom's app, where one is set up: its members sign in by it, and its toolbar shows the sidebar. */
  wecom?: WecomToolbar;
  /** What channels bring along that live on pages of ours; absent: none does. */
  guests?: readonly Guests[];
  /** Whether the local demo is open now; absent: never. */
  demo?: () => boolean;
  /** Between signs of life on a stream, ms. */
  heartbeat?: number;
}

/** Pages are read by people, everything else by programs. */
const isPage = ({ method, url }: FastifyRequest): boolean => {
  const path = url.split('?', 1)[0];
  return path === '/in' || (method === 'GET' && ['/', '/demo', '/wecom/in', '/wecom/back'].includes(path ?? ''));
};

/**
 * The API, the way in, and what describes them: on loopback only, unless the operator opens it. Silent until `start`, which gives the address.
 */
export const createWebServer = (parts: WebParts) => {
  const { app, site, port, metricsPort, lang: usual, pages, board, channels, unforeseen } = parts;
  const server: FastifyInstance = createBareServer(site);
  const metrics = createMetrics();
  const streams = createLiveStreams({ heartbeat: parts.heartbeat });
  const tries = createTries(() => performance.now());
  const names = { cookie: 'tagwise', guest: 'tagwise_chat' };
  const cookie = () => names.cookie;
  const access = createAccess({ app, site, tries, cookie });
  const ops = metricsPort === undefined || metricsPort === '' ? null : createOpsServer({ app, site, channels, metrics, streams });
  const people = new WeakMap<FastifyRequest, string>();
  const langOf = (request: FastifyRequest): Lang => requestLang(request, app, usual, people.get(request));

  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const lang = langOf(request);
    const known = knownError(error, { isOutage: app.store.isOutage, unforeseen });
    const { status, headers, body } = refusalOf(known, lang, request.method);
    reply.headers(headers);
    if (isPage(request)) return sendPage(reply, refusedPage(lang, body.error.message, body.error.hint), { status });
    return reply.code(status).send(body);
  };
  server.setErrorHandler(refuse);
  server.setNotFoundHandler((request, reply) => refuse(new UserError('no_such_route'), request, reply));
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.request({ method: request.method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
  });

  /** Ends the streams of guests. */
  const ends: (() => void)[] = [];
  // Streams are not answers, and stay as they are.
  void server.register(compress, { threshold: 1024, encodings: ['gzip'] }).after(() => {
    server.get('/', async (request, reply) => {
      // How many customers there are is no business of other machines.
      if (site.open) await access.callerOf(request, 'read');
      return sendPage(reply, statusPage(await statusOf(app)));
    });
    if (ops === null) serveHealth(server, { app, channels });
    describe(server, { routes, version: parts.version, langOf });
    servePages(server, {
      ...{ dir: pages, langOf },
      /** Who opens a page in WeCom and is not signed in is signed in there. */
      first: async (request) => {
        if (!parts.wecom || !isInWecom(request)) return null;
        const inside = await access.callerOf(request, 'read').catch(() => null);
        return inside === null ? '/wecom/in' : null;
      },
    });
    if (parts.wecom) serveWecom(server, { app, site, access, tries, cookie, toolbar: parts.wecom });
    serveSignIn(server, { app, site, tries, access, cookie, langOf });
    for (const one of parts.guests ?? [])
      ends.push(
        serveGuests(server, {
          ...{ guests: one, site, access, dir: pages, langOf, heartbeat: parts.heartbeat },
          cookie: () => names.guest,
          demo: parts.demo ?? (() => false),
        }),
      );
    answerRoutes(server, routes, {
      ...{ app, access, board, streams, metrics },
      langFor: (request, { actor }) => {
        people.set(request, actor.id);
        return langOf(request);
      },
    });
  });

  const addressOf = (got: number): string => {
    if (site.url) return site.url.origin;
    const host = site.open ? '127.0.0.1' : site.host;
    return `http://${host.includes(':') ? `[${host}]` : host}:${got}`;
  };
  let served: string | null = null;

  return {
    /** Opens and gives the address that people use. @throws SurroundingsError where it cannot be had. */
    start: async (): Promise<string> => {
      const got = await listen(server, site.host, port);
      // Cookies do not tell ports apart, and two homes may be open on one machine.
      const named = (name: string) => (isSecure(site) ? `__Host-${name}` : `${name}_${got}`);
      Object.assign(names, { cookie: named('tagwise'), guest: named('tagwise_chat') });
      await ops?.start(metricsPort);
      served = addressOf(got);
      await app.store.address.set({ url: served, open: site.open });
      return served;
    },
    stop: async (): Promise<void> => {
      streams.stop();
      for (const end of ends) end();
      await ops?.stop();
      await server.close();
      // Where the database went away before, the address stays; whoever uses it finds nobody there.
      if (served !== null) await app.store.address.clear(served).catch(() => undefined);
    },
  };
};

export type WebServer = ReturnType<typeof createWebServer>;
