// What is changed by the API is changed as by the commands: whole or not at all, once, with its undo.
import { expect, test } from 'vitest';
import { DAY, feed, happens, says } from '../support/lines.ts';
import { type OpenWeb, openWeb } from '../support/open-web.ts';

interface Changed {
  tags: { id: string; name: string }[];
  changes: { action: string; tag: string }[];
}
const names = (body: Changed) => body.tags.map(({ name }) => name);

const open = async (): Promise<OpenWeb & { write: string }> => {
  const web = await openWeb();
  await feed(web.app, [says('mei', '这个多少钱？', undefined, { customer: { id: 'mei', name: 'Mei' } })]);
  return { ...web, write: await web.token('write') };
};

test('tags come and go all or nothing, by name, group and id, and undo takes back the last', async () => {
  const { ask, write } = await open();
  const url = '/v1/customers/mei/tags';
  const added = await ask<Changed>(url, { as: write, body: { add: ['会员', '来源:官网'] } });
  expect(added.body.changes.map(({ action, tag }) => `${action} ${tag}`).sort()).toEqual(['add 忠诚度:会员', 'add 来源:官网']);
  const ids = added.body.tags.map(({ id }) => id);
  const refused = await ask(url, { as: write, body: { add: ['大客户', '没有这个标签'], remove: ['会员'] } });
  expect([refused.status, refused.body]).toMatchObject([422, { error: { code: expect.stringMatching(/^unknown_tag/) } }]);
  const restricted = await ask(url, { as: write, body: { add: ['大客户', 'VIP客户'] } });
  expect([restricted.status, restricted.body]).toMatchObject([403, { error: { code: 'tag_restricted' } }]);
  const now = await ask<Changed>(url, { as: write });
  expect(now.body.tags.map(({ id }) => id)).toEqual(ids);
  const removed = await ask<Changed>(url, { as: write, body: { remove: [ids.find((id) => id === 'member') ?? '会员'] } });
  expect(names(removed.body)).not.toContain('会员');
  const undone = await ask<Changed>('/v1/customers/mei/undo', { as: write, method: 'POST' });
  expect(names(undone.body)).toContain('会员');
  // A word that looks like an option is a word.
  const option = await ask(url, { as: write, body: { add: ['--yes'] } });
  expect(option.status).toBe(422);
  expect((await ask(url, { as: write, body: {} })).status).toBe(400);
  expect((await ask(url, { as: write, body: { add: ['会员'], also: 1 } })).status).toBe(400);
});

test('an agent who sets a stage back is asked first', async () => {
  const { ask, write } = await open();
  const move = (body: object) => ask<Changed>('/v1/customers/mei/stage', { as: write, body });
  expect((await move({ stage: '报价中' })).status).toBe(200);
  const back = await move({ stage: '已沟通' });
  expect([back.status, back.body]).toMatchObject([409, { error: { code: 'stage_backward' } }]);
  expect((await move({ stage: '已沟通', confirm: true })).status).toBe(200);
  // A tag that is no stage is none, though there is one of that name.
  expect((await move({ stage: '会员' })).status).toBe(422);
});

test('tasks: with the time among the words or apart, snoozed, done; a program has none of its own', async () => {
  const { ask, write, app } = await open();
  await feed(app, [happens('mei', 'profile', { region: '上海' })]);
  type Tasks = { tasks: { id: string; title: string; due: string | null; owner: string | null; state: string }[] };
  const one = await ask<Tasks>('/v1/tasks', {
    as: write,
    body: { customer: 'mei', title: 'friday 15:00 call', due: '2027-01-01T09:00:00+08:00', to: 'li' },
  });
  expect(one.body.tasks[0]).toMatchObject({ title: 'friday 15:00 call', due: '2027-01-01T01:00:00.000Z', owner: 'li' });
  const two = await ask<Tasks>('/v1/tasks', { as: write, body: { customer: 'mei', text: '明天下午3点 回电话' } });
  const task = two.body.tasks.find(({ title }) => title === '回电话');
  expect(task).toMatchObject({ owner: null, due: expect.stringMatching(/T07:00:00\.000Z$/) });
  const path = `/v1/tasks/${encodeURIComponent(task?.id ?? '')}`;
  expect((await ask<Tasks>(`${path}/snooze`, { as: write, body: { until: '后天上午9点' } })).body.tasks).toContainEqual(
    expect.objectContaining({ id: task?.id, state: 'snoozed' }),
  );
  expect((await ask<Tasks>(`${path}/done`, { as: write, method: 'POST' })).body.tasks).toContainEqual(
    expect.objectContaining({ id: task?.id, state: 'done' }),
  );
  expect((await ask(`${path}/done`, { as: write, method: 'POST' })).status).toBe(404);
  expect((await ask('/v1/tasks', { as: write, body: { customer: 'mei', title: 'x', due: 'soon' } })).status).toBe(400);
  expect((await ask<Tasks>('/v1/tasks?all=true', { as: write })).body.tasks.map(({ title }) => title)).toEqual([
    'friday 15:00 call',
  ]);
});

test('with an Idempotency-Key a write is done once, whoever sends it again and however often', async () => {
  const { ask, write, token } = await open();
  const body = { customer: 'mei', title: 'call back' };
  const send = (key: string, more: object = {}, as = write) =>
    ask('/v1/tasks', { as, body: { ...body, ...more }, headers: { 'idempotency-key': key } });
  const all = await Promise.all(Array.from({ length: 6 }, () => send('k1')));
  // Those who come while it is under way are told so.
  expect(all.every(({ status }) => status === 200 || status === 409)).toBe(true);
  const [first, again] = [await send('k1'), await send('k1')];
  expect(again.text).toBe(first.text);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  const count = async () => ((await ask('/v1/tasks', { as: write })).body['tasks'] as unknown[]).length;
  expect(await count()).toBe(1);
  expect((await send('k1', { title: 'other' })).body).toMatchObject({ error: { code: 'key_for_other' } });
  // Another's key of the same name is another key.
  expect((await send('k1', {}, await token('write'))).status).toBe(200);
  expect(await count()).toBe(2);
  // What was refused was not done, and may be sent again when the reason is mended.
  expect((await send('k2', { to: 'nobody' })).status).toBeGreaterThanOrEqual(400);
  expect((await send('k2')).status).toBe(200);
  expect((await send(' ')).status).toBe(400);
  expect((await send('x'.repeat(256))).body).toMatchObject({ error: { code: 'bad_key' } });
});

test('a kept answer is given for a day, and whoever died at it lets go after a minute', async () => {
  const time = { now: Date.now() };
  const web = await openWeb({ wallNow: () => time.now });
  await feed(web.app, [says('mei', '你好')]);
  const { keptAnswers } = web.app.store;
  const row = { _id: 'r', asked: 'a', lease: time.now + 60_000, until: new Date(time.now + DAY) };
  expect(await keptAnswers.begin(row, time.now)).toBeNull();
  expect(await keptAnswers.begin(row, time.now + 59_999)).toMatchObject({ asked: 'a' });
  expect(await keptAnswers.begin({ ...row, lease: time.now + 120_000 }, time.now + 60_000)).toBeNull();
  await keptAnswers.keep('r', 200, '{}');
  await keptAnswers.drop('r');
  expect(await keptAnswers.begin(row, time.now + 600_000)).toMatchObject({ status: 200, body: '{}' });
});

test('the library is changed by a manager who has heard whom it touches; a yes to two is none to three, and one undo takes it back', async () => {
  const web = await openWeb();
  await feed(web.app, [says('u1', '多少钱'), says('u2', '多少钱')]);
  const hua = await web.signIn('hua');
  const change = (body: object) => web.ask<{ applied: boolean; confirm?: string }>('/v1/library/ask_price', { as: hua, body });
  const asked = await change({ do: 'archive' });
  expect(asked.body).toMatchObject({
    applied: false,
    asks: { edit: 'archive', to: null },
    count: 2,
    confirm: expect.any(String),
  });
  await feed(web.app, [says('u3', '多少钱')]);
  const again = await change({ do: 'archive', confirm: asked.body.confirm });
  expect(again.body).toMatchObject({ applied: false, count: 3 });
  const done = await change({ do: 'archive', confirm: again.body.confirm });
  expect(done.body).toMatchObject({ applied: true, changed: true, customers: 3 });
  expect(web.app.inForce.tree().node('ask_price')?.archived).toBe(true);
  const undone = await web.ask('/v1/undo/library', { as: hua, method: 'POST' });
  expect(undone.body).toMatchObject({ applied: true, edit: 'undo' });
  expect(web.app.inForce.tree().node('ask_price')?.archived).toBe(false);
  for (const body of [{ do: 'merge', into: 'x' }, { do: 'rename' }, { do: 'archive', name: 'x' }, {}])
    expect([body, (await change(body)).status]).toEqual([body, 400]);
  expect((await change({ do: 'colour', colour: 'url(x)' })).status).toBe(400);
  expect((await web.ask('/v1/rules/silence', { as: hua, body: { mode: 'off' } })).body).toMatchObject({
    mode: 'off',
    changed: true,
  });
  expect((await web.ask('/v1/rules/no_such', { as: hua, body: { mode: 'off' } })).status).toBe(404);
  const token = await web.token('tags:restricted');
  expect((await web.ask('/v1/rules/silence', { as: token, body: { mode: 'on' } })).body).toMatchObject({
    error: { code: 'people_only' },
  });
  expect(web.unforeseen).toEqual([]);
});
