import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Guest, PageAsking, PageRoute } from '../adapter.ts';
import type { Lang } from '../commands/command.ts';
import { UserError } from '../errors.ts';
import { cookieIn } from './access.ts';
import type { GuestAccess } from './guest-access.ts';
import { inTime } from './in-time.ts';
import { createLiveStreams, eventText } from './live-stream.ts';

/** A body of a chat is a message. */
const BODY_LIMIT = 16_384;
/** A visitor waits so long for their words to be kept, and others for an answer, ms. */
const WITHIN = 900;
const ANSWER_WITHIN = 10_000;
/** Streams of one visitor: so many tabs. */
const MOST_STREAMS = 6;

export interface GuestRoutesParts {
  routes: readonly PageRoute[];
  letIn: GuestAccess;
  /** The name of a visitor's cookie, and how one is set. */
  cookie: () => string;
  setCookie: (reply: FastifyReply, value: string) => void;
  langOf: (request: FastifyRequest) => Lang;
  heartbeat: number | undefined;
}

type Stream = Extract<PageRoute, { method: 'STREAM' }>;

/** The addresses of a channel whose pages are ours: who is let in is decided here, what they get by the channel. Gives how to end its streams. */
export const guestRoutes = (server: FastifyInstance, parts: GuestRoutesParts): (() => void) => {
  const { routes, letIn, cookie, setCookie, langOf, heartbeat } = parts;
  // However many visitors come, there is room for those who answer them.
  const visitors = createLiveStreams({ heartbeat, mostOwn: MOST_STREAMS });
  const others = createLiveStreams({ heartbeat });

  const askingOf = async (who: Guest, request: FastifyRequest, reply: FastifyReply): Promise<PageAsking> => ({
    person: await letIn[who](request),
    query: request.query as Record<string, unknown>,
    body: request.body,
    lang: langOf(request),
    machine: request.ip,
    cookie: cookieIn(request.headers.cookie, cookie()),
    setCookie: (value) => setCookie(reply, value),
  });

  const mayStay = (who: Guest, request: FastifyRequest): Promise<boolean> =>
    letIn[who](request).then(
      () => true,
      (error) => {
        if (error instanceof UserError) return false;
        throw error;
      },
    );

  const stream = ({ path, who, open }: Stream) => {
    const streams = who === 'visitor' ? visitors : others;
    server.get(path, async (request, reply) => {
      const { caller, listen } = await open(await askingOf(who, request, reply));
      streams.checkRoom(caller);
      reply.hijack();
      streams.start({
        ...{ response: reply.raw, caller, first: eventText('now', {}) },
        mayStay: () => mayStay(who, request),
        listen: (send) => listen((event, data) => send(eventText(event, data))),
      });
      return reply;
    });
  };

  for (const route of routes) {
    if (route.method === 'STREAM') {
      stream(route);
      continue;
    }
    const { method, path, who, run } = route;
    const [within, late] = who === 'visitor' ? ([WITHIN, 'database_away'] as const) : ([ANSWER_WITHIN, 'took_too_long'] as const);
    server.route({
      ...{ method, url: path, bodyLimit: BODY_LIMIT },
      handler: async (request, reply) =>
        inTime(run(await askingOf(who, request, reply)), within, () =>
          late === 'database_away' ? new UserError('database_away') : new UserError('took_too_long'),
        ),
    });
  }
  return () => {
    visitors.stop();
    others.stop();
  };
};
