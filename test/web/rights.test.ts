// Who may use what: every address of the list, by everybody there is. An address without a row here fails.
import { expect, test } from 'vitest';
import type { Scope } from '../../src/domain/access.ts';
import { operationId } from '../../src/web/openapi.ts';
import { routes } from '../../src/web/routes/index.ts';
import { feed, happens, says } from '../support/lines.ts';
import { openWeb, type Sending } from '../support/open-web.ts';

const VIP = 'VIP客户';

interface Row {
  path: string;
  body?: unknown;
  /** What they get of whom more than the scope decides. */
  own?: Partial<Record<string, number>>;
  /** What an admin asks for before each, so that nobody finds done already what is theirs to try. */
  before?: { path: string; body: unknown };
}

/** What is asked of each address. */
const requests: Record<string, Row> = {
  getMe: { path: '/v1/me' },
  getPeople: { path: '/v1/people' },
  getCustomers: { path: '/v1/customers?q=mei' },
  getCustomersById: { path: '/v1/customers/mei' },
  getCustomersByIdTimeline: { path: '/v1/customers/mei/timeline' },
  getCustomersByIdMaterial: { path: '/v1/customers/mei/material' },
  getCustomersByIdChanges: { path: '/v1/customers/mei/changes' },
  getCustomersByIdLive: { path: '/v1/customers/mei/live' },
  getCustomersByIdTags: { path: '/v1/customers/mei/tags' },
  getCustomersByIdTagsByTagWhy: { path: `/v1/customers/mei/tags/${encodeURIComponent('询价')}/why` },
  // VIP is for managers and admins, and for tokens that say so.
  postCustomersByIdTags: {
    path: '/v1/customers/mei/tags',
    body: { add: [VIP] },
    before: { path: '/v1/customers/mei/tags', body: { remove: [VIP] } },
    own: { kan: 403, li: 403, hua: 200, ada: 200, local: 200, write: 403, 'tags:restricted': 200 },
  },
  postCustomersByIdStage: {
    path: '/v1/customers/mei/stage',
    body: { stage: '已成交' },
    before: { path: '/v1/customers/mei/stage', body: { stage: '报价中' } },
    own: { kan: 403 },
  },
  // Whoever has changed nothing has nothing to take back.
  postCustomersByIdUndo: { path: '/v1/customers/mei/undo', body: {}, own: { kan: 403 } },
  getSegments: { path: `/v1/segments?query=${encodeURIComponent('询价')}` },
  getSegmentsSaved: { path: '/v1/segments/saved' },
  getTasks: { path: '/v1/tasks' },
  postTasks: { path: '/v1/tasks', body: { customer: 'mei', title: 'call back', to: 'li' }, own: { kan: 403 } },
  postTasksByIdDone: {
    path: '/v1/tasks/none/done',
    body: {},
    own: { kan: 403, li: 404, hua: 404, ada: 404, local: 404, write: 404, 'tags:restricted': 404 },
  },
  postTasksByIdSnooze: {
    path: '/v1/tasks/none/snooze',
    body: { until: 'friday 9:00' },
    own: { kan: 403, li: 404, hua: 404, ada: 404, local: 404, write: 404, 'tags:restricted': 404 },
  },
  getQuotes: { path: '/v1/quotes' },
  getDigest: { path: '/v1/digest' },
  getReview: { path: '/v1/review' },
  getLibrary: { path: '/v1/library' },
  getTagsChoices: { path: '/v1/tags/choices' },
  getLibraryByTag: { path: '/v1/library/ask_price' },
  // The library and the rules are for managers who are signed in. Without a yes a change is only asked about.
  postLibraryByTag: {
    path: '/v1/library/ask_price',
    body: { do: 'colour', colour: '#123456' },
    own: { kan: 403, li: 403, write: 403, 'tags:restricted': 403 },
  },
  postUndoLibrary: {
    path: '/v1/undo/library',
    body: {},
    own: { kan: 403, li: 403, write: 403, hua: 409, ada: 409, local: 409, 'tags:restricted': 403 },
  },
  getUsage: { path: '/v1/usage' },
  getUsageByTag: { path: '/v1/usage/ask_price' },
  getHits: { path: '/v1/hits' },
  getHitsBySource: { path: '/v1/hits/pack:ask_price' },
  postRulesById: {
    path: '/v1/rules/silence',
    body: { mode: 'on' },
    own: { kan: 403, li: 403, write: 403, 'tags:restricted': 403 },
  },
  getRules: { path: '/v1/rules' },
  getRulesById: { path: '/v1/rules/silence' },
  postEvents: { path: '/v1/events', body: says('u9', '多少钱') },
};

const PEOPLE = ['local', 'ada', 'hua', 'li', 'kan'];
const SCOPES: Scope[] = ['events', 'read', 'write', 'tags:restricted'];
const INCLUDED: Record<Scope, Scope[]> = {
  events: ['events'],
  read: ['read'],
  write: ['read', 'write'],
  'tags:restricted': ['read', 'write'],
};

test('everybody gets what is theirs, and nothing else', async () => {
  const web = await openWeb();
  await feed(web.app, [
    says('mei', '这个多少钱？', undefined, { customer: { id: 'mei', name: 'Mei' } }),
    happens('mei', 'order', { order: 'o1', amount: 9, currency: 'CNY' }),
  ]);
  const keys: Record<string, string> = {};
  for (const person of PEOPLE) keys[person] = await web.signIn(person);
  for (const scope of SCOPES) keys[scope] = await web.token(scope);

  const ask = async (path: string, sending: Sending): Promise<number> => {
    if (!path.endsWith('/live')) return (await web.ask(path, sending)).status;
    const stop = new AbortController();
    const headers: Record<string, string> = sending.as?.includes('=')
      ? { cookie: sending.as }
      : { authorization: `Bearer ${sending.as}` };
    const response = await fetch(web.address + path, {
      headers: sending.as === undefined ? {} : headers,
      signal: stop.signal,
    });
    stop.abort();
    return response.status;
  };

  expect(routes.map(operationId).sort()).toEqual(Object.keys(requests).sort());
  const wrong: string[] = [];
  for (const route of routes) {
    const { path, body, own = {}, before } = requests[operationId(route)] ?? { path: '' };
    const sending = body === undefined ? {} : { body };
    const expected: [string | undefined, number][] = [
      [undefined, 401],
      ...PEOPLE.map((person): [string, number] => [person, route.needs === 'events' ? 403 : (own[person] ?? 200)]),
      ...SCOPES.map((scope): [string, number] => [scope, INCLUDED[scope].includes(route.needs) ? (own[scope] ?? 200) : 403]),
    ];
    for (const [who, status] of expected) {
      if (before) await web.ask(before.path, { as: keys['ada'] ?? '', body: before.body });
      const got = await ask(path, who === undefined ? sending : { ...sending, as: keys[who] ?? '' });
      const undoable = path.endsWith('/undo') && [200, 409].includes(got) && status === 200;
      if (got !== status && !undoable) wrong.push(`${who ?? 'nobody'} ${route.method} ${path}: ${got}, not ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(web.unforeseen).toEqual([]);

  const rows = await web.app.store.ledger.newest({}, 500);
  const denied = rows
    .filter(({ action, tag }) => action === 'denied' && tag !== '')
    .map(({ actor, denial }) => `${actor} ${denial}`);
  expect(denied).toEqual(expect.arrayContaining(['li tag_restricted', 'token:t3 tag_restricted', 'kan viewer_changes_nothing']));
}, 120_000);
