// A page that is open hears of every change of its customer, whoever made it.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { readLine } from '../../src/domain/line.ts';
import { startSegmentIndex } from '../../src/segment-index.ts';
import type { LiveNews } from '../../src/web/live-board.ts';
import { freshDatabase } from '../support/database.ts';
import { feed, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';
import { type OpenWeb, openWeb, PEOPLE } from '../support/open-web.ts';

interface Event {
  name: string;
  id: string;
  data: LiveNews;
  at: number;
}

/** Reads a stream as a browser does. */
const listen = async ({ address }: OpenWeb, customer: string, cookie: string, headers: Record<string, string> = {}) => {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const response = await fetch(`${address}/v1/customers/${customer}/live`, {
    headers: { cookie, ...headers },
    signal: stop.signal,
  });
  const heard: Event[] = [];
  const raw = { text: '', ended: false };
  const read = async () => {
    let rest = '';
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      const text = Buffer.from(part).toString();
      raw.text += text;
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        if (field('event') !== '')
          heard.push({
            name: field('event'),
            id: field('id'),
            data: JSON.parse(field('data')) as LiveNews,
            at: performance.now(),
          });
      }
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => {
      raw.ended = true;
    });
  const until = async (holds: () => boolean, ms = 5_000) => {
    for (const end = performance.now() + ms; !holds(); await sleep(2))
      if (performance.now() > end) throw new Error(`not heard in ${ms} ms: ${raw.text}`);
  };
  await until(() => heard.length > 0 || response.status !== 200);
  return { response, heard, raw, until, stop: () => stop.abort() };
};

const START = Date.parse('2026-11-20T09:00:00+08:00');

test('a tag that a message brings is heard within 300 ms, with the parts to show anew', async () => {
  const web = await openWeb();
  await feed(web.app, [says('mei', '你好', START), says('bo', '你好', START)]);
  const cookie = await web.signIn('li');
  const page = await listen(web, 'mei', cookie, { 'last-event-id': '0' });
  expect(Object.fromEntries(page.response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  expect(page.raw.text).toMatch(/^retry: [23]\d{3}\n\n/);
  const [now] = page.heard;
  const changes = await web.ask('/v1/customers/mei/changes', { as: cookie });
  expect(now).toMatchObject({ name: 'now', id: String(changes.body['version']), data: { customer: 'mei' } });

  const began = performance.now();
  const line = readLine(JSON.stringify(says('mei', '这个多少钱？', START + 60_000)));
  if (line.kind === 'event') await web.app.receive(line.event, () => 0);
  await page.until(() => page.heard.length > 1);
  const news = page.heard[1];
  expect((news?.at ?? 0) - began).toBeLessThan(300);
  expect(news).toMatchObject({
    name: 'change',
    data: {
      customer: 'mei',
      gone: false,
      tags: [{ action: 'add', group: '需求与意向', name: '询价', colour: expect.stringMatching(/^#/) }],
    },
  });
  expect(news?.data.parts).toEqual(['tags', 'card', 'timeline']);
  expect(Number(news?.id)).toBeGreaterThan(Number(now?.id));
  const since = await web.ask(`/v1/customers/mei/changes?since=${now?.id}`, { as: cookie });
  expect(since.body).toEqual({ version: Number(news?.id), changed: true });
  expect((await web.ask(`/v1/customers/mei/changes?since=${news?.id}`, { as: cookie })).body['changed']).toBe(false);

  // What happens to others is not heard here.
  await feed(web.app, [says('bo', '多少钱', START + 120_000)]);
  await web.ask('/v1/customers/mei/stage', { as: cookie, body: { stage: '报价中' } });
  await page.until(() => page.heard.length > 2);
  expect(page.heard[2]?.data.parts).toContain('stage');
  await web.ask('/v1/tasks', { as: cookie, body: { customer: 'mei', title: 'call back' } });
  await page.until(() => page.heard.length > 3);
  expect(page.heard[3]?.data).toMatchObject({ tags: [], parts: expect.arrayContaining(['tasks']) });
  expect(page.heard.every(({ data }) => data.customer === 'mei')).toBe(true);
});

test('what another process writes is heard by way of the database', async () => {
  const database = freshDatabase();
  const web = await openWeb({ database });
  await feed(web.app, [says('mei', '你好', START)]);
  const index = startSegmentIndex(web.app.store, () => undefined, web.board.seen);
  onTestFinished(index.stop);
  await index.ready();
  const page = await listen(web, 'mei', await web.signIn('li'));
  const other = await openStreet({ config: PEOPLE, database });
  await feed(other.app, [says('mei', '这个多少钱？', START + 60_000)]);
  await page.until(() => page.heard.length > 1);
  expect(page.heard[1]).toMatchObject({
    name: 'change',
    data: { tags: [], parts: ['tags', 'stage', 'tasks', 'quotes', 'card', 'timeline'] },
  });
  await sleep(300);
  expect(new Set(page.heard.map(({ id }) => id)).size).toBe(page.heard.length);
});

test('a stream ends with the right to look, with the server, and one person has only so many', async () => {
  const web = await openWeb({ web: { heartbeat: 40 } });
  await feed(web.app, [says('mei', '你好', START)]);
  const cookie = await web.signIn('li');
  const page = await listen(web, 'mei', cookie);
  await page.until(() => page.raw.text.includes(': here\n\n'));
  web.app.inForce.replace({ config: parseConfig(PEOPLE.replace(/.*id: li.*\n/, ''), 'x') });
  await page.until(() => page.raw.ended);
  web.app.inForce.replace({ config: parseConfig(PEOPLE, 'x') });

  const many = await Promise.all(Array.from({ length: 20 }, () => listen(web, 'mei', cookie)));
  const more = await listen(web, 'mei', cookie);
  expect(more.response.status).toBe(429);
  many[0]?.stop();
  await sleep(100);
  expect((await listen(web, 'mei', cookie)).response.status).toBe(200);
  await web.server.stop();
  await many[1]?.until(() => many[1]?.raw.ended === true);
});
