// What is read by the API: pages of it, as it stood, and each answer of the form that its description names.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { operationId } from '../../src/web/openapi.ts';
import { routes } from '../../src/web/routes/index.ts';
import { DAY, feed, HOUR, happens, iso, MINUTE, says } from '../support/lines.ts';
import { type OpenWeb, openWeb } from '../support/open-web.ts';

const AT = Date.parse('2026-11-20T09:00:00+08:00');

const shop = async (): Promise<OpenWeb & { read: string; write: string }> => {
  const web = await openWeb();
  const lines = Array.from({ length: 7 }, (_, n) =>
    says(`c${n}`, '这个多少钱？', AT + n * MINUTE, {
      customer: { id: `c${n}`, name: `Customer ${n}` },
      agent: { id: 'li', name: 'Li' },
    }),
  );
  await feed(web.app, [
    ...lines,
    says('c0', '我要投诉', AT + HOUR, { id: 'angry' }),
    happens('c0', 'quote', { quote: 'q1', amount: 500, currency: 'CNY', owner: 'li' }, AT + 2 * HOUR),
    happens('c0', 'visit', { url: 'https://shop.example/p/1' }, AT + 3 * HOUR),
  ]);
  return { ...web, read: await web.token('read'), write: await web.token('write') };
};

test('a segment is read page by page, each customer once', async () => {
  const { ask, read } = await shop();
  const found: string[] = [];
  let after: string | null = null;
  const url = `/v1/segments?query=${encodeURIComponent('询价')}&limit=3`;
  for (let pages = 0; pages < 5; pages += 1) {
    const more: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    const { body } = await ask<{ count: number; customers: { id: string }[]; next: string | null }>(url + more, { as: read });
    expect(body.count).toBe(7);
    found.push(...body.customers.map(({ id }) => id));
    after = body.next;
    if (after === null) break;
  }
  expect(found.toSorted()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  expect((await ask(`${url}&after=nonsense`, { as: read })).body).toMatchObject({ error: { code: 'bad_token' } });
  expect((await ask(`${url}0000`, { as: read })).status).toBe(400);
  expect((await ask('/v1/segments?query=', { as: read })).status).toBe(400);
  const unknown = await ask(`/v1/segments?query=${encodeURIComponent('没有这个')}`, { as: read });
  expect(unknown.status).toBe(422);
  expect(unknown.body).toMatchObject({
    error: { message: expect.stringContaining('没有这个'), hint: expect.stringMatching(/./) },
  });
});

test('the timeline goes back page by page; what was recalled has no words, what was edited has the new ones', async () => {
  const { ask, read, write, app } = await shop();
  await feed(app, [
    says('c0', '打错了', AT + 4 * HOUR, { id: 'typo' }),
    happens('c0', 'edit', { message: 'typo', text: '打对了' }, AT + 5 * HOUR, { conversation: 'c-c0' }),
    happens('c0', 'recall', { message: 'angry' }, AT + 6 * HOUR, { conversation: 'c-c0' }),
  ]);
  await ask('/v1/customers/c0/tags', { as: write, body: { add: ['会员'] } });
  await ask('/v1/customers/c0/undo', { as: write, method: 'POST' });
  type Page = {
    items: { kind: string; text: string | null; recalled: boolean; edited: boolean; fact?: object; change?: object }[];
    next: string | null;
  };
  const items: Page['items'] = [];
  let after: string | null = null;
  do {
    const more: string = after === null ? '' : `&after=${after}`;
    const { body, status } = await ask<Page>(`/v1/customers/c0/timeline?limit=2${more}`, { as: read });
    expect(status).toBe(200);
    items.push(...body.items);
    after = body.next;
  } while (after !== null);
  expect(items).toMatchObject([
    { kind: 'change', change: { undo: true } },
    { kind: 'change', change: { add: ['忠诚度:会员'], undone: true } },
    { kind: 'message', text: '打对了', edited: true },
    { kind: 'fact', fact: { event: 'visit' } },
    { kind: 'fact', fact: { event: 'quote', quote: 'q1', amount: 500, currency: 'CNY' } },
    { kind: 'message', text: null, recalled: true },
    { kind: 'message', text: '这个多少钱？', recalled: false, edited: false },
  ]);
  expect((await ask('/v1/customers/c0/timeline?after=eyJ4IjoxfQ', { as: read })).status).toBe(400);
});

test('an address means one customer by id: no name, nobody else, and whoever became part of another says of whom', async () => {
  const { ask, read, app } = await shop();
  expect((await ask('/v1/customers/c1', { as: read })).body).toMatchObject({ customer: { id: 'c1', name: 'Customer 1' } });
  expect((await ask(`/v1/customers/${encodeURIComponent('Customer 1')}`, { as: read })).status).toBe(404);
  expect((await ask('/v1/customers/wecom%2F%2Fc1', { as: read })).status).toBe(404);
  expect((await ask(`/v1/customers/${'x'.repeat(3000)}`, { as: read })).status).toBe(400);
  await feed(app, [
    says('c1', '你好', AT + DAY, { customer: { id: 'c1', key: 'same' } }),
    says('c2', '你好', AT + DAY, { customer: { id: 'c2', key: 'same' } }),
  ]);
  const gone = await Promise.all(['c1', 'c2'].map((id) => ask(`/v1/customers/${id}`, { as: read })));
  const merged = gone.find(({ status }) => status === 410);
  const heirs = gone.filter(({ status }) => status === 200).map(({ body }) => (body as { customer: { id: string } }).customer.id);
  expect(heirs).toHaveLength(1);
  expect(merged?.body).toMatchObject({ error: { code: 'customer_merged', into: heirs[0] } });
});

test('every answer is of its form and has no field that the form does not name', async () => {
  const { ask, read, write } = await shop();
  const long = `/v1/customers/c0/tags/${encodeURIComponent('询价')}/why`;
  const paths: Record<string, string> = {
    getMe: '/v1/me',
    getPeople: '/v1/people',
    getCustomers: '/v1/customers?q=c',
    getCustomersById: '/v1/customers/c0',
    getCustomersByIdTimeline: '/v1/customers/c0/timeline',
    getCustomersByIdMaterial: '/v1/customers/c0/material',
    getCustomersByIdChanges: '/v1/customers/c0/changes',
    getCustomersByIdTags: `/v1/customers/c0/tags?at=${iso(AT + DAY)}`,
    getCustomersByIdTagsByTagWhy: long,
    getSegments: '/v1/segments?query=-VIP&count=true',
    getSegmentsSaved: '/v1/segments/saved?count=true',
    getTasks: '/v1/tasks?all=true',
    getQuotes: '/v1/quotes?customer=c0',
    getDigest: '/v1/digest',
    getReview: '/v1/review?limit=5',
    getLibrary: '/v1/library',
    getTagsChoices: '/v1/tags/choices',
    getLibraryByTag: '/v1/library/ask_price',
    getUsage: '/v1/usage',
    getUsageByTag: '/v1/usage/ask_price',
    getHits: '/v1/hits',
    getHitsBySource: '/v1/hits/pack:ask_price',
    getRules: '/v1/rules',
    getRulesById: '/v1/rules/silence',
  };
  await ask('/v1/tasks', { as: write, body: { customer: 'c0', title: 'call' } });
  const reading = routes.filter(({ method, streams }) => method === 'GET' && !streams);
  expect(reading.map(operationId).sort()).toEqual(Object.keys(paths).sort());
  for (const route of reading) {
    const { status, body } = await ask(paths[operationId(route)] ?? '', { as: read });
    expect([route.path, status]).toEqual([route.path, 200]);
    expect(unnamed(body, route.answer, route.path)).toEqual([]);
  }
});

/** What stands in a value and not in its form: parsing leaves out the fields that the form does not name. */
const unnamed = (value: unknown, form: z.ZodType, place: string): string[] => {
  const parsed = form.safeParse(value);
  if (!parsed.success) return [`${place}: ${z.prettifyError(parsed.error)}`];
  const missing = (given: unknown, kept: unknown, at: string): string[] => {
    if (typeof given !== 'object' || given === null) return [];
    return Object.entries(given).flatMap(([key, inner]) =>
      typeof kept === 'object' && kept !== null && key in kept
        ? missing(inner, (kept as Record<string, unknown>)[key], `${at}.${key}`)
        : [`${at}.${key}`],
    );
  };
  return missing(value, parsed.data, place);
};
