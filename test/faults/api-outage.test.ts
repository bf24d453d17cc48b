// The API while its database hangs or is gone: events are refused within a second and kept when they are sent again; reads say 503.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { says } from '../support/lines.ts';
import { openWeb } from '../support/open-web.ts';
import { ownServer } from '../support/own-server.ts';

const server = await ownServer();
const AT = Date.parse('2026-03-01T09:00:00+08:00');
/** The deadline, and what a busy machine adds. */
const REFUSED_WITHIN = 1_600;

test.each([
  { what: 'hangs', away: server.freeze, back: server.thaw },
  { what: 'is gone', away: server.kill, back: server.startAgain },
])('while the database $what, nothing is said to be kept that is not', async ({ what, away, back }) => {
  const name = `api-${what.replace(' ', '-')}`;
  const web = await openWeb({ database: { uri: server.uri(name), name }, keepWithin: 900 });
  const [events, read, write] = [await web.token('events'), await web.token('read'), await web.token('write')];
  const lines = (from: number) =>
    Array.from({ length: 5 }, (_, n) => says(`c${n}`, '这个多少钱？', AT + from + n, { id: `m${from + n}` }));
  expect((await web.ask('/v1/events', { as: events, body: lines(0) })).body).toMatchObject({ kept: 5 });

  await away();
  for (const from of [5, 10, 15]) {
    const began = performance.now();
    const heard = await web.ask('/v1/events', { as: events, body: lines(from) });
    expect(heard.status).toBe(503);
    expect(heard.body).toMatchObject({ error: { code: 'database_away' } });
    expect(heard.headers.get('retry-after')).toBe('1');
    expect(performance.now() - began).toBeLessThan(REFUSED_WITHIN);
  }
  expect((await web.ask('/healthz')).status).toBe(200);
  expect((await web.ask('/readyz')).status).toBe(503);
  const task = { as: write, body: { customer: 'c0', title: 'call back' }, headers: { 'idempotency-key': 'k1' } };
  const [asked, written] = await Promise.all([web.ask('/v1/customers/c0', { as: read }), web.ask('/v1/tasks', task)]);
  expect([asked.status, written.status]).toEqual([503, 503]);

  await back();
  for (const from of [5, 10, 15]) {
    for (let tries = 0; (await web.ask('/v1/events', { as: events, body: lines(from) })).status !== 200; tries += 1) {
      expect(tries).toBeLessThan(60);
      await sleep(200);
    }
  }
  await web.app.recover();
  await web.app.lanes.idle();
  expect(await web.app.store.events.count()).toBe(20);
  const card = await web.ask('/v1/customers/c0', { as: read });
  expect(card.body).toMatchObject({ messages: 4 });
  for (let tries = 0; (await web.ask('/v1/tasks', task)).status !== 200; tries += 1) {
    expect(tries).toBeLessThan(20);
    await sleep(200);
  }
  expect(((await web.ask('/v1/tasks', { as: read })).body['tasks'] as unknown[]).length).toBe(1);
  expect(web.unforeseen).toEqual([]);
});
