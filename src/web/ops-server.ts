import type { App } from '../app.ts';
import { createBareServer } from './bare-server.ts';
import { type ChannelHealth, serveHealth, statusInTime } from './health.ts';
import { listen } from './listen.ts';
import type { LiveStreams } from './live-stream.ts';
import type { Gauge, Metrics } from './metrics.ts';
import type { Site } from './site.ts';

interface OpsParts {
  app: App;
  site: Site;
  channels: () => ChannelHealth[];
  metrics: Metrics;
  streams: LiveStreams;
}

const gaugesOf = async ({ app, streams }: OpsParts): Promise<Gauge[]> => {
  const gauge = (name: string, help: string, value: number): Gauge => ({ name: `tagwise_${name}`, help, value });
  const memory = process.memoryUsage();
  const own = [
    gauge('live_streams', 'Open streams of server-sent events.', streams.count()),
    gauge('process_resident_memory_bytes', 'Memory of the process.', memory.rss),
    gauge('process_uptime_seconds', 'Since the process began.', process.uptime()),
  ];
  const status = await statusInTime(app).catch(() => null);
  const up = gauge('database_up', 'Whether the database answers.', status === null ? 0 : 1);
  if (status === null) return [...own, up];
  return [
    ...[...own, up],
    gauge('customers', 'Customers.', status.customers),
    gauge('events', 'Events kept.', status.events),
    gauge('events_waiting', 'Events that wait to be applied.', status.waiting),
    gauge('events_quarantined', 'Events that failed and were set aside.', status.quarantined),
    gauge('clock_behind_minutes', 'By which due work lags behind.', status.behindMinutes),
  ];
};

/** Health and metrics on a port of their own, for whoever watches the machine: counts only, and nobody signs in. */
export const createOpsServer = (parts: OpsParts) => {
  const { app, site, channels, metrics } = parts;
  const server = createBareServer(site);
  serveHealth(server, { app, channels });
  server.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text(await gaugesOf(parts))),
  );
  return {
    start: (port: string | undefined): Promise<number> => listen(server, site.host, port),
    stop: (): Promise<void> => server.close(),
  };
};
