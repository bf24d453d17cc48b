// Somebody's work: tasks that a stale quote makes, tasks that people make, and what becomes of them.
import { expect, test } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { commandNamed } from '../../src/commands/index.ts';
import type { TaskAnswer, TasksAnswer } from '../../src/domain/answers.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { TagwiseError } from '../../src/errors.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView } from '../support/answers.ts';
import { DAY, feed, happens, iso, MINUTE, START, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

const HOUR = 60 * MINUTE;

const PEOPLE = `
people:
  - { id: li, name: 李娜, role: agent, team: sales, manager: wang }
  - { id: zhao, name: 赵敏, role: agent, team: tech, manager: wang }
  - { id: chen, name: 陈东, role: agent, team: sales, zone: America/New_York }
  - { id: wang, name: 王经理, role: manager }
  - { id: gu, name: 顾, role: viewer }
  - { id: root, name: 老板, role: admin }
`;

const openDesk = async () => {
  const street = await openStreet({ config: PEOPLE });
  const { app } = street;
  const give = (who: string, name: string, ...args: string[]): Promise<Reply> => {
    const person = app.inForce.people().byId(who);
    const command = commandNamed(name);
    if (!command || !person) throw new Error(name);
    const context: Context = { app, actor: { id: person.id, name: person.name, role: person.role }, lang: 'zh', atHand: null };
    return command.run(context, args);
  };
  const tasks = async (...given: Parameters<typeof give>): Promise<TasksAnswer> => {
    const reply = await give(...given);
    if (reply.kind !== 'tasks') throw new Error(reply.kind);
    return reply.doc;
  };
  return {
    ...{ ...street, give, tasks },
    listed: async (who: string, ...args: string[]): Promise<TaskAnswer[]> => (await tasks(who, 'tasks', ...args)).tasks,
    titles: async (who: string, ...args: string[]): Promise<string[]> =>
      (await tasks(who, 'tasks', ...args)).tasks.map(({ title }) => title),
    code: (...given: Parameters<typeof give>): Promise<string> =>
      give(...given).then(
        () => 'done',
        (error) => {
          if (error instanceof TagwiseError) return error.code;
          throw error;
        },
      ),
  };
};

/** Mei was given a quote by Li, and four days passed. */
const staleQuote = async () => {
  const desk = await openDesk();
  const quote = { quote: 'Q1', amount: 900, currency: 'CNY', owner: 'li' };
  await feed(desk.app, [says('mei', '报个价'), happens('mei', 'quote', quote, START + HOUR)], { until: START + 4 * DAY });
  return desk;
};

test('a stale quote is a task for whoever gave it, until it is done, and done it stays', async () => {
  const { app, listed, tasks } = await staleQuote();
  const [task, ...others] = await listed('li');
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    ...{ title: '催单：报价超过 3 天没有回音', customer: { id: 'mei' }, owner: 'li', state: 'open' },
    ...{ why: '报价超过 3 天没有回音 → 待催单', overdue: true, due: new Date(START + HOUR + 3 * DAY + 1).toISOString() },
  });
  expect(task?.id.startsWith('mei/')).toBe(true);
  expect(await listed('zhao')).toEqual([]);
  expect(await listed('wang')).toHaveLength(1);
  expect(await listed('root')).toHaveLength(1);

  const done = await tasks('li', 'done', 'mei/stale');
  expect(done.changes).toEqual([{ action: 'done', id: task?.id, title: task?.title }]);
  expect(done.tasks.map(({ state }) => state)).toEqual(['done']);
  expect(await listed('li')).toEqual([]);
  await feed(app, [says('mei', '在吗', START + 4 * DAY + HOUR)], { until: START + 9 * DAY });
  expect(await listed('li')).toEqual([]);
  const [held] = await app.store.customers.load(['mei']);
  expect(held?.state.tasks.map(({ state, by }) => [state, by.kind])).toEqual([['done', 'rule']]);
  expect(held?.listed).not.toContain('task:li');
});

test('an answered quote closes its task by itself', async () => {
  const { app, listed, code } = await staleQuote();
  await feed(app, [happens('mei', 'quote_answered', { quote: 'Q1' }, START + 4 * DAY + HOUR)]);
  expect(await listed('li')).toEqual([]);
  expect(await code('li', 'done', 'mei')).toBe('unknown_task');
});

test('what somebody notes down is theirs, due when they said, and undo takes it back', async () => {
  const { app, give, listed, tasks, titles } = await openDesk();
  await feed(app, [says('u1', '你好', START, { customer: { id: 'u1', name: '老王' } })]);
  const made = await tasks('li', 'task', '老王', '明天下午3点', '回电话');
  expect(made.tasks).toMatchObject([
    { title: '回电话', owner: 'li', due: '2026-03-02T07:00:00.000Z', why: null, overdue: false },
  ]);
  expect(made.changes).toMatchObject([{ action: 'add', title: '回电话' }]);
  await tasks('li', 'task', 'u1', 'call back friday 15:00');
  await tasks('li', 'task', 'u1', '寄样品');
  expect(await titles('li')).toEqual(['寄样品', '回电话', 'call back']);
  expect((await listed('li'))[0]).toMatchObject({ due: null, overdue: false });

  // For somebody else, in the zone of whoever says it: nine in New York.
  await tasks('chen', 'task', '老王', '核对合同', 'tomorrow 9am', '--to', '赵敏');
  expect(await listed('zhao')).toMatchObject([{ title: '核对合同', owner: 'zhao', due: '2026-03-01T14:00:00.000Z' }]);
  await tasks('chen', 'task', '老王', '看接口', '--to', 'team:tech');
  expect(await titles('zhao')).toEqual(['看接口', '核对合同']);
  expect(await titles('li')).toHaveLength(3);

  const undone = await give('li', 'undo', '老王');
  expect(undone.kind === 'changed' && undone.doc.fieldChanges).toEqual([
    { field: 'task', from: { title: '寄样品', state: 'open' }, to: null },
  ]);
  expect(renderReply(undone, aView('zh'))).toContain('任务：寄样品（待办） → （空）');
  expect(await titles('li')).toEqual(['回电话', 'call back']);
  // What was folded again from the start has the others as they were.
  expect(await titles('zhao')).toEqual(['看接口', '核对合同']);
});

test('snoozed, a task hides until its moment; undo brings it back, and so does undoing that it is done', async () => {
  const { app, give, listed, tasks, titles, code } = await openDesk();
  await feed(app, [says('u1', '你好')]);
  const made = await tasks('li', 'task', 'u1', '今天下午3点', '回电话');
  const id = made.tasks[0]?.id.split('/').at(-1) ?? '';
  const snoozed = await tasks('li', 'task', 'snooze', id.slice(0, 4), '明天上午9点');
  expect(snoozed.tasks).toMatchObject([{ state: 'snoozed', snoozedUntil: '2026-03-02T01:00:00.000Z' }]);
  expect(await titles('li')).toEqual([]);
  expect(await listed('li', '--all')).toMatchObject([{ title: '回电话', state: 'snoozed' }]);
  await give('li', 'undo', 'u1');
  expect(await listed('li')).toMatchObject([{ state: 'open', snoozedUntil: null }]);

  await tasks('li', 'task', 'snooze', id, 'in 30 minutes');
  expect(await titles('li')).toEqual([]);
  await feed(app, [says('u2', '你好', START + 30 * MINUTE)]);
  expect(await titles('li')).toEqual(['回电话']);

  await tasks('li', 'done', id.slice(-4));
  expect(await titles('li')).toEqual([]);
  expect(await code('li', 'done', id)).toBe('unknown_task');
  await give('li', 'undo', 'u1');
  expect(await titles('li')).toEqual(['回电话']);

  expect(await code('li', 'task', 'snooze', id, '有空的时候')).toBe('task_when');
  expect(await code('li', 'task', 'snooze', id, '昨天')).toMatch(/^task_when/);
  expect(await code('li', 'task', 'snooze', id, '2026-02-01')).toBe('task_when_past');
});

test('a viewer changes no task, and that stands in the audit', async () => {
  const { app, code, titles } = await openDesk();
  await feed(app, [says('u1', '你好')]);
  expect(await code('li', 'task', 'u1', '回电话')).toBe('done');
  for (const words of [
    ['task', 'u1', '寄样品'],
    ['done', 'u1'],
    ['task', 'snooze', 'u1', '明天'],
  ] as const)
    expect(await code('gu', words[0], ...words.slice(1))).toBe('viewer_changes_nothing');
  const rows = await app.store.ledger.newest({}, 20);
  expect(rows.filter(({ action }) => action === 'denied').map(({ actor, denial }) => `${actor} ${denial}`)).toEqual(
    Array(3).fill('gu viewer_changes_nothing'),
  );
  expect(await titles('li')).toEqual(['回电话']);
});

test('who asks for too little or too much is told so', async () => {
  const { app, code, tasks } = await openDesk();
  await feed(app, [says('u1', '你好'), says('u2', '你好')]);
  await tasks('li', 'task', 'u1', '回电话');
  await tasks('li', 'task', 'u1', '寄样品');
  await tasks('li', 'task', 'u2', '对账', '--to', 'zhao');
  expect(await code('li', 'task')).toBe('task_usage');
  expect(await code('li', 'task', 'u1')).toBe('task_usage');
  expect(await code('li', 'task', 'u1', '明天')).toBe('task_usage');
  expect(await code('li', 'task', 'nobody', '回电话')).toBe('unknown_customer');
  expect(await code('li', 'task', 'u1', '办卡 11010519491231002X')).toBe('no_id_numbers');
  expect(await code('li', 'task', 'u1', '长'.repeat(201))).toBe('task_title_long');
  expect(await code('li', 'task', 'u1', '回电话', '--to', 'nobody')).toBe('unknown_person');
  expect(await code('li', 'task', 'u1', '回电话', '--to', 'team:none')).toBe('unknown_person');
  expect(await code('li', 'done', 'u1')).toBe('ambiguous_task');
  expect(await code('li', 'done', 'zzz')).toBe('unknown_task');
  expect(await code('li', 'tasks', '--for', 'zhao')).toBe('tasks_not_seen');
  expect((await tasks('wang', 'tasks', '--for', 'zhao')).tasks.map(({ title }) => title)).toEqual(['对账']);
  // What is another's is not one's own to close; it is there for whoever has it, and for their manager.
  expect(await code('li', 'done', 'u2')).toBe('unknown_task');
  expect(await code('zhao', 'done', 'u2')).toBe('done');
  const rows = await app.store.ledger.newest({}, 50);
  expect(rows.filter(({ denial }) => denial === 'tasks_not_seen').map(({ actor }) => actor)).toEqual(['li']);
});

test('what belongs to somebody who does not work here is nobody’s: their managers’ lists and digests have it', async () => {
  const { app, tasks } = await openDesk();
  await feed(app, [
    happens('u1', 'quote', { quote: 'L1', amount: 5, currency: 'CNY', owner: 'ghost' }),
    happens('u2', 'quote', { quote: 'L2', amount: 5, currency: 'CNY', owner: 'zhao' }),
    { tick: iso(START + 4 * DAY) },
  ]);
  const seen = async (who: string) => (await tasks(who, 'tasks')).tasks.map(({ customer }) => customer.id).sort();
  expect(await seen('wang')).toEqual(['u1', 'u2']);
  expect(await seen('li')).toEqual([]);
  expect(await seen('zhao')).toEqual(['u2']);
});

test('two people who close the same task at once: it is closed, and nobody meets an error of ours', async () => {
  const { app, code, listed } = await openDesk();
  await feed(app, [says('u1', '你好')]);
  await code('li', 'task', 'u1', '回电话');
  const codes = await Promise.all([code('li', 'done', 'u1'), code('wang', 'done', 'u1')]);
  expect(codes).toContain('done');
  expect(codes.filter((one) => one !== 'done').every((one) => one === 'task_gone' || one === 'unknown_task')).toBe(true);
  expect(await listed('root')).toEqual([]);
});

test('the list says what is overdue, in both languages', async () => {
  const { app, tasks } = await openDesk();
  await feed(app, [says('u1', '你好', START, { customer: { id: 'u1', name: '老王' } })]);
  await tasks('li', 'task', 'u1', '10:00', '回电话');
  await tasks('li', 'task', 'u1', '寄样品 下周五');
  await feed(app, [says('u1', '在吗', START + 2 * HOUR)]);
  const doc = await tasks('li', 'tasks');
  const zh = renderReply({ kind: 'tasks', doc }, aView('zh'));
  expect(zh).toContain('2 项待办，1 项已过期');
  expect(zh).toMatch(/2026-03-01 10:00 已过期 +老王 +回电话 +u1\/t[0-9a-f]{6} +Li/);
  expect(renderReply({ kind: 'tasks', doc }, aView('en'))).toContain('2 to do, 1 overdue');
  expect(renderReply({ kind: 'tasks', doc: { ...doc, tasks: [] } }, aView('en'))).toContain('Nothing to do.');
});

test('the audit tells who made, put off and did a task, and what rules did with theirs', async () => {
  const street = await openStreet();
  await feed(street.app, [
    says('mei', '你好'),
    happens('mei', 'quote', { quote: 'Q1', amount: 10, currency: 'CNY' }, START),
    { tick: iso(START + 4 * DAY) },
  ]);
  const give = (name: string, ...args: string[]) =>
    commandNamed(name)?.run({ app: street.app, actor: { id: 'li', name: 'Li', role: 'agent' }, lang: 'zh', atHand: null }, args);
  await give('task', 'mei', '回电话', '--to', 'li');
  const listed = (await give('tasks')) as { doc: { tasks: { id: string; title: string }[] } };
  const id = listed.doc.tasks.find(({ title }) => title === '回电话')?.id ?? '';
  await give('task', 'snooze', id, '明天');
  await give('done', id);
  await give('customer', 'mei', '城市:杭州', 'owner', 'li');
  await feed(street.app, [happens('mei', 'quote_answered', { quote: 'Q1' }, START + 5 * DAY)]);
  const { doc } = (await give('audit', 'mei')) as { doc: { entries: { actor: string; action: string; reason: string }[] } };
  const told = doc.entries
    .filter(({ action }) => /task|field|owner/.test(action))
    .map((one) => `${one.actor} ${one.action} ${one.reason}`);
  expect(told.sort()).toEqual(
    [
      'li field region',
      'li owner li',
      'li task 回电话',
      'li task_done 回电话',
      'li task_snoozed 回电话',
      'rule task 催单：报价超过 3 天没有回音',
      'rule task_resolved 催单：报价超过 3 天没有回音',
    ].sort(),
  );
});

test('tasks of one customer are those among the own that are about them', async () => {
  const { app, tasks, code } = await openDesk();
  await feed(app, [says('u1', '你好', START, { customer: { id: 'u1', name: '老王' } }), says('u2', '你好')]);
  await tasks('li', 'task', 'u1', '回电话');
  await tasks('li', 'task', 'u2', '寄样品');
  await tasks('zhao', 'task', 'u1', '装机', '--to', 'zhao');
  const titles = async (...words: string[]) => (await tasks('li', 'tasks', ...words)).tasks.map(({ title }) => title);
  expect(await titles()).toEqual(['回电话', '寄样品']);
  expect(await titles('老王')).toEqual(['回电话']);
  expect(await titles('u2', '--all')).toEqual(['寄样品']);
  expect(await code('li', 'tasks', 'nobody')).toBe('unknown_customer');
});
