// Lines of data by POST /v1/events: kept once, whatever is sent twice, and a wrong line costs only itself.
import { expect, test } from 'vitest';
import { HOUR, iso, says } from '../support/lines.ts';
import { openWeb } from '../support/open-web.ts';

interface Kept {
  kept: number;
  duplicates: number;
  refused: number;
  lines: { outcome: string; id: string | null; field?: string; reason?: string }[];
}

const AT = Date.parse('2026-03-01T09:00:00+08:00');
const said = (text: string, more: object = {}) => ({
  at: iso(AT),
  channel: 'web',
  customer: { id: 'u1', name: 'Mei' },
  from: 'customer',
  text,
  ...more,
});

test('lines are kept and tag; sent again they change nothing, with an id or without', async () => {
  const web = await openWeb();
  const [events, read] = [await web.token('events'), await web.token('read')];
  const lines = [said('这个多少钱？', { id: 'm1' }), said('可以便宜点吗'), said('可以便宜点吗'), said('你好', { id: 'm1' })];
  const first = await web.ask<Kept>('/v1/events', { as: events, body: lines });
  expect([first.status, first.body]).toEqual([
    200,
    {
      ...{ kept: 3, duplicates: 1, refused: 0 },
      lines: [
        { outcome: 'kept', id: 'm1' },
        { outcome: 'kept', id: null },
        { outcome: 'kept', id: null },
        { outcome: 'duplicate', id: 'm1' },
      ],
    },
  ]);
  await web.app.lanes.idle();
  const state = async () => (await web.ask('/v1/customers/u1', { as: read })).body['messages'];
  expect(await state()).toBe(3);
  const again = await web.ask<Kept>('/v1/events', { as: events, body: lines });
  expect(again.body).toMatchObject({ kept: 0, duplicates: 4, refused: 0 });
  await web.app.lanes.idle();
  expect(await state()).toBe(3);
  const one = await web.ask<Kept>('/v1/events', { as: events, body: said('发票怎么开', { id: 'm9' }) });
  expect(one.body).toMatchObject({ kept: 1, lines: [{ outcome: 'kept', id: 'm9' }] });
});

test('each line that cannot be read says its field and why, in the language of the request, and never its value', async () => {
  const web = await openWeb({ clock: { mode: 'wall', at: 0, since: 0 } });
  const as = await web.token('events');
  const secret = '6222020200112233446';
  const lines = [
    said('你好', { id: 'ok', at: iso(Date.now() - HOUR) }),
    { tick: iso(AT) },
    said('x', { at: 'yesterday' }),
    said('x', { from: secret }),
    42,
    null,
    { at: iso(AT), channel: 'shop', customer: { id: 'u1' }, event: 'order', data: { order: 'o', amount: -1 } },
    said('x', { at: iso(Date.now() + HOUR) }),
    said('x', { customer: { id: 'li' } }),
  ];
  const { status, body, text } = await web.ask<Kept>('/v1/events', { as, body: lines, headers: { 'accept-language': 'en' } });
  expect([status, body.kept, body.refused]).toEqual([200, 1, 8]);
  expect(body.lines.map(({ field = '' }) => field)).toEqual([
    '',
    'tick',
    'at',
    'from',
    'line',
    'line',
    'data.amount',
    'at',
    'customer',
  ]);
  expect(body.lines[3]?.reason).toBe('must be one of customer, agent, system');
  expect(text).not.toContain(secret);
  const zh = await web.ask<Kept>('/v1/events?lang=zh', { as, body: [lines[3]] });
  // Nothing of it was taken, and the status alone says so.
  expect([zh.status, zh.body.lines[0]?.reason]).toEqual([422, '只能是其中一个：customer、agent、system'.replaceAll('、', ', ')]);
});

test('numbers of IDs and cards are masked before they are stored, and so in the timeline', async () => {
  const web = await openWeb();
  const [events, read] = [await web.token('events'), await web.token('read')];
  await web.ask('/v1/events', { as: events, body: says('mei', '我的身份证 11010519491231002X，卡号 4111111111111111', AT) });
  await web.app.lanes.idle();
  const { text } = await web.ask('/v1/customers/mei/timeline', { as: read });
  expect(text).toContain('我的身份证');
  expect(text).not.toMatch(/11010519491231002X|4111111111111111/);
});

test.each([
  ['no line', []],
  ['501 lines', Array.from({ length: 501 }, (_, n) => said('x', { id: `m${n}` }))],
  ['a word', 'hello'],
  ['a number', 7],
])('%s is no request', async (_what, body) => {
  const web = await openWeb();
  const { status, body: answer } = await web.ask('/v1/events', { as: await web.token('events'), body: JSON.stringify(body) });
  expect([status, answer]).toEqual([400, { error: expect.objectContaining({ code: 'bad_request' }) }]);
});
