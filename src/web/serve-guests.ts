import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LOCAL } from '../access/sign-ins.ts';
import type { Guest, PageAsking, PageRoute } from '../adapter.ts';
import type { Lang } from '../commands/command.ts';
import type { Actor } from '../domain/person.ts';
import { UserError } from '../errors.ts';
import { type Access, checkOrigin, cookieIn } from './access.ts';
import { cookieText, guestCookie } from './cookie-text.ts';
import { inTime } from './in-time.ts';
import { createLiveStreams, eventText } from './live-stream.ts';
import { servePage, serveScript } from './serve-pages.ts';
import type { Site } from './site.ts';

/** A body of a chat is a message. */
const BODY_LIMIT = 16_384;
/** Whoever writes waits so long for it to be kept, and reads an answer so long, ms. */
const WITHIN = 900;
const ANSWER_WITHIN = 10_000;
/** Streams of one visitor: so many tabs. */
const MOST_STREAMS = 6;
/** How long a visitor is known, seconds. */
const KNOWN_FOR = 180 * 86_400;

/** What a channel brings along that lives on pages of ours. */
export interface Guests {
  routes: readonly PageRoute[];
  /** The sites on which its page may stand in a frame. */
  origins: readonly string[];
}

export interface GuestParts {
  guests: Guests;
  site: Site;
  access: Access;
  /** The name of a visitor's cookie. */
  cookie: () => string;
  /** Whether the local demo is open now. */
  demo: () => boolean;
  dir: string;
  langOf: (request: FastifyRequest) => Lang;
  heartbeat: number | undefined;
}

type Parts = Pick<GuestParts, 'access' | 'demo' | 'site'>;

/** The person who is signed in. Programs write by the API, under names of their own. */
const personOf = async ({ access }: Parts, request: FastifyRequest): Promise<Actor> => {
  const caller = await access.callerOf(request, request.method === 'GET' ? 'read' : 'write');
  if (caller.kind !== 'person') throw new UserError('not_signed_in');
  return caller.actor;
};

/** Lets the operator of the local demo in. @throws UserError for everybody else, and for all where there is no demo. */
const operatorOf = async (parts: Parts, request: FastifyRequest): Promise<Actor> => {
  const person = await personOf(parts, request);
  if (person.id !== LOCAL || !parts.demo()) throw new UserError('demo_closed');
  return person;
};

/** Who asks; null for a visitor, whose page must be ours all the same. */
const whoAsks: Record<Guest, (parts: Parts, request: FastifyRequest) => Promise<Actor | null>> = {
  visitor: async ({ site }, request) => {
    checkOrigin(site, request);
    return null;
  },
  staff: personOf,
  operator: operatorOf,
};

/** The addresses of a channel whose pages are ours. What they do is the channel's; who is let in is decided here. */
const guestRoutes = (server: FastifyInstance, parts: GuestParts): ReturnType<typeof createLiveStreams> => {
  const { guests, site, cookie, langOf, heartbeat } = parts;
  const streams = createLiveStreams({ heartbeat, mostOwn: MOST_STREAMS });
  const embedded = guests.origins.length > 0;

  const askingOf = async (who: Guest, request: FastifyRequest, reply: FastifyReply): Promise<PageAsking> => ({
    person: await whoAsks[who](parts, request),
    query: request.query as Record<string, unknown>,
    body: request.body,
    lang: langOf(request),
    machine: request.ip,
    cookie: cookieIn(request.headers.cookie, cookie()),
    setCookie: (value) => {
      reply.header('set-cookie', cookieText(guestCookie(site, embedded), cookie(), value, KNOWN_FOR));
    },
  });

  for (const route of guests.routes) {
    const { path, who } = route;
    if (route.method === 'STREAM') {
      server.get(path, async (request, reply) => {
        const { caller, listen } = await route.open(await askingOf(who, request, reply));
        streams.checkRoom(caller);
        reply.hijack();
        streams.start({
          ...{ response: reply.raw, caller, first: eventText('now', {}) },
          mayStay: () =>
            whoAsks[who](parts, request).then(
              () => true,
              (error) => {
                if (error instanceof UserError) return false;
                throw error;
              },
            ),
          listen: (send) => listen((event, data) => send(eventText(event, data))),
        });
        return reply;
      });
      continue;
    }
    const { method, run } = route;
    const late = () => new UserError(who === 'visitor' ? 'database_away' : 'took_too_long');
    server.route({
      method,
      url: path,
      bodyLimit: BODY_LIMIT,
      handler: async (request, reply) => {
        const asking = await askingOf(who, request, reply);
        return inTime(run(asking), who === 'visitor' ? WITHIN : ANSWER_WITHIN, late);
      },
    });
  }
  return streams;
};

/**
 * The web chat: its page, which sites that are listed may show in a frame, the line that puts it there, the page of staff, and the local
 * demo. Gives how to end its streams.
 */
export const serveGuests = (server: FastifyInstance, parts: GuestParts): (() => void) => {
  const { guests, dir, langOf } = parts;
  const pages = { dir, langOf };
  servePage(server, pages, 'chat', { framedBy: ["'self'", ...guests.origins] });
  serveScript(server, '/chat.js', readFileSync(join(dir, 'chat-embed.js'), 'utf8'), 'public, max-age=300');
  servePage(server, pages, 'desk', { frames: true });
  servePage(server, pages, 'demo', { frames: true }, (request) => operatorOf(parts, request));
  const streams = guestRoutes(server, parts);
  return streams.stop;
};
