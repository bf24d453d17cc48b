import type { FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { inTime } from './in-time.ts';

/** A database that hangs is not ready; whoever asks shall not wait for it, ms. */
const READY_WITHIN = 900;

/** How a channel does; what it says to its operator (an address to log in, for instance) is for nobody else. */
export interface ChannelHealth {
  name: string;
  health: { state: string };
}

const statesOf = (channels: readonly ChannelHealth[]) => channels.map(({ name, health }) => ({ name, state: health.state }));

/** How the bot stands: counts only, no customer's name or words, since nobody has to sign in for it. */
export const statusOf = async (app: App) => ({
  asOf: new Date(app.clock.asOf()).toISOString(),
  customers: await app.store.customers.count({}),
  events: await app.store.events.count(),
  waiting: app.lanes.waiting(),
  quarantined: await app.store.events.countQuarantined(),
  behindMinutes: await app.behind(),
});

export type StatusNow = Awaited<ReturnType<typeof statusOf>>;

export const statusInTime = (app: App): Promise<StatusNow> =>
  inTime(statusOf(app), READY_WITHIN, () => new Error('the database does not answer'));

/** Whether the bot lives, and whether it can keep what comes. A channel that is down is told, and makes nothing else unready. */
export const serveHealth = (server: FastifyInstance, { app, channels }: { app: App; channels: () => ChannelHealth[] }): void => {
  server.get('/healthz', async () => ({ ok: true }));
  server.get('/readyz', async (_request, reply) => {
    try {
      return { ok: true, ...(await statusInTime(app)), channels: statesOf(channels()) };
    } catch {
      return reply.code(503).send({ ok: false, channels: statesOf(channels()) });
    }
  });
};
