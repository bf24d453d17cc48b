import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { Lang } from '../commands/command.ts';
import type { Customer } from '../domain/customer.ts';
import { UserError } from '../errors.ts';
import type { Access } from './access.ts';
import type { Caller } from './caller.ts';
import { inTime } from './in-time.ts';
import type { LiveBoard } from './live-board.ts';
import { type LiveStreams, newsText } from './live-stream.ts';
import type { Metrics } from './metrics.ts';
import { once } from './once.ts';
import { readPart } from './read-request.ts';
import type { Asking, Route } from './route.ts';

/** How long anybody waits for an answer, and who sends events: they send again, ms. */
const WITHIN = 10_000;
const EVENTS_WITHIN = 900;

export interface AnswerParts {
  app: App;
  access: Access;
  board: LiveBoard;
  streams: LiveStreams;
  metrics: Metrics;
  /** The language of a request, of which it is known from now on who asks. */
  langFor: (request: FastifyRequest, caller: Caller) => Lang;
}

interface Sent {
  status: number;
  body: string;
}

const askingOf = (route: Route, request: FastifyRequest, parts: Pick<Asking, 'app' | 'caller' | 'lang'>): Asking => ({
  ...parts,
  params: readPart(route.params, request.params, 'path', parts.lang),
  query: readPart(route.query, request.query, 'query', parts.lang),
  body: route.body === null ? undefined : readPart(route.body, request.body ?? undefined, 'body', parts.lang),
});

/** Lets each address of the API be asked: who asks, may they, what do they ask, once or again; and sends what its route answers. */
export const answerRoutes = (server: FastifyInstance, routes: readonly Route[], parts: AnswerParts): void => {
  const { app, access, board, streams, metrics, langFor } = parts;

  const open = (caller: Caller, route: Route, request: FastifyRequest, reply: FastifyReply, customer: Customer) => {
    streams.checkRoom(caller.actor.id);
    reply.hijack();
    streams.start({
      response: reply.raw,
      caller: caller.actor.id,
      first: newsText('now', { customer: customer._id, version: customer.version }),
      mayStay: () =>
        access.callerOf(request, route.needs).then(
          () => true,
          (error) => {
            if (error instanceof UserError) return false;
            throw error;
          },
        ),
      listen: (send) => board.listen(customer, (news) => send(newsText(news.gone ? 'gone' : 'change', news))),
    });
  };

  const sent = (route: Route, answer: unknown): Sent => ({
    status: route.status?.(answer) ?? 200,
    body: JSON.stringify(answer),
  });

  const answer = async (route: Route, request: FastifyRequest, reply: FastifyReply): Promise<Sent | null> => {
    const caller = await access.callerOf(request, route.needs);
    const asking = askingOf(route, request, { app, caller, lang: langFor(request, caller) });
    const key = request.headers['idempotency-key'];
    if (route.needs !== 'write' || typeof key !== 'string') {
      const result = await route.run(asking);
      if (!route.streams) return sent(route, result);
      open(caller, route, request, reply, result as Customer);
      return null;
    }
    const asked: [string, string, string] = [request.method, request.url, JSON.stringify(request.body ?? null)];
    const { again, ...first } = await once(app, { key, caller: caller.actor.id, asked }, async () =>
      sent(route, await route.run(asking)),
    );
    if (again) reply.header('idempotent-replayed', 'true');
    return first;
  };

  for (const route of routes) {
    const events = route.needs === 'events';
    // Nothing but the database takes long where events are kept.
    const late = () => new UserError(events ? 'database_away' : 'took_too_long');
    server.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => {
        const done = await inTime(answer(route, request, reply), events ? EVENTS_WITHIN : WITHIN, late);
        if (done === null) return reply;
        if (events) {
          const { kept, duplicates, refused } = JSON.parse(done.body) as Record<string, number>;
          metrics.events(kept ?? 0, duplicates ?? 0, refused ?? 0);
        }
        return reply.code(done.status).type('application/json; charset=utf-8').send(done.body);
      },
    });
  }
};
