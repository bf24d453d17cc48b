// Whether the bot lives, is ready, and how it does: for whoever watches the machine, without a name of anybody.
import { expect, test } from 'vitest';
import { feed, says } from '../support/lines.ts';
import { openWeb } from '../support/open-web.ts';
import { freePort, rawAsk } from '../support/raw-ask.ts';

const slack = { name: 'slack', health: { state: 'needs_login', login: 'https://secret.example/qr', detail: 'xoxb-secret' } };

test('without a port of their own, health is served with all else, and metrics are not', async () => {
  const web = await openWeb({ web: { channels: () => [slack] } });
  expect((await web.ask('/healthz')).body).toEqual({ ok: true });
  const ready = await web.ask('/readyz');
  expect(ready.body).toMatchObject({ ok: true, customers: 0, waiting: 0, channels: [{ name: 'slack', state: 'needs_login' }] });
  expect(ready.text).not.toContain('secret');
  expect((await web.ask('/metrics')).status).toBe(404);
  expect((await web.ask('/')).text).toContain('机器人在运行');
});

test('on their own port they are served there alone; what is counted has no customer, person or token in it', async () => {
  const port = await freePort();
  const web = await openWeb({ web: { metricsPort: String(port) } });
  await feed(web.app, [says('mei-secret', '这个多少钱？')]);
  const read = await web.token('read');
  const events = await web.token('events');
  await web.ask('/v1/customers/mei-secret', { as: read });
  await web.ask('/v1/customers/other-secret', { as: read });
  await web.ask('/v1/events', { as: events, body: [says('u1', 'x'), 7] });
  await web.ask('/nothing/here-secret');
  const at = (path: string) => rawAsk({ port, path, headers: { host: `127.0.0.1:${port}` } });
  expect((await at('/healthz')).status).toBe(200);
  expect((await at('/readyz')).status).toBe(200);
  expect((await web.ask('/healthz')).status).toBe(404);
  expect((await at('/v1/me')).status).toBe(404);
  const { text, headers } = await at('/metrics');
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = text.split('\n');
  for (const line of [
    'tagwise_http_requests_total{method="GET",route="/v1/customers/:id",status="200"} 1',
    'tagwise_http_requests_total{method="GET",route="/v1/customers/:id",status="404"} 1',
    'tagwise_http_requests_total{method="GET",route="none",status="404"} 2',
    'tagwise_http_request_duration_seconds_count{route="/v1/customers/:id"} 2',
    'tagwise_http_request_duration_seconds_bucket{route="/v1/customers/:id",le="+Inf"} 2',
    'tagwise_http_events_total{outcome="kept"} 1',
    'tagwise_http_events_total{outcome="refused"} 1',
    'tagwise_database_up 1',
    'tagwise_customers 2',
    'tagwise_live_streams 0',
  ])
    expect(lines).toContain(line);
  expect(text).not.toMatch(/secret|token:|mei|t1/);
  // As Prometheus reads it: each line is a comment or a name with a number, and each family is described once.
  for (const line of lines.filter((one) => one !== ''))
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? [\d.e+-]+)$/);
  const typed = lines.filter((line) => line.startsWith('# TYPE'));
  expect(new Set(typed).size).toBe(typed.length);
});
