// What other programs hear of a change: on the real street and database, over real HTTP, with a clock that the story moves.
import { describe, expect, it } from 'vitest';
import { DAY, happens, iso, MINUTE, says } from '../support/lines.ts';
import { HUA, LI, openOffice as openTheOffice, TEN } from '../support/open-office.ts';

type Named = { name: string } | null;

const inAWord = ({ type, data }: { type: string; data: Record<string, unknown> }): string => {
  const { tag, from, to, task } = data as { tag?: Named; from?: Named; to?: Named; task?: { state: string } };
  if (type === 'stage.changed') return `${type} ${from?.name ?? '–'} → ${to?.name ?? '–'}`;
  return `${type} ${tag?.name ?? task?.state ?? ''}`.trim();
};

/** What was told since the last look, in a word each; their order is not kept. */
const openOffice = async (...given: Parameters<typeof openTheOffice>) => {
  const office = await openTheOffice(...given);
  return { ...office, told: async () => (await office.heard()).map(inAWord).sort() };
};

const ALL = '[{ name: crm, private: true }]';

describe('a change of a tag', () => {
  it('is told once, with who and why, and without a word of the customer', async () => {
    const { feed: lines, heard } = await openOffice(ALL);
    await lines(
      says('mei', '这个多少钱？我的卡号是 6222 0202 0000 0000 000', TEN - MINUTE, { customer: { id: 'mei', name: '王美' } }),
    );
    const told = await heard();
    expect(told.map(({ type }) => type)).toContain('tag.added');
    const asked = told.find(({ data }) => (data['tag'] as Named)?.name === '询价');
    expect(asked).toEqual({
      type: 'tag.added',
      timestamp: iso(TEN),
      data: {
        customer: { id: 'mei' },
        at: iso(TEN - MINUTE),
        actor: 'pack',
        by: { kind: 'pack', id: expect.any(String), version: expect.any(String) },
        reason: null,
        tag: { id: expect.any(String), group: '需求与意向', name: '询价' },
      },
    });
    expect(JSON.stringify(told)).not.toMatch(/多少钱|卡号|6222|王美/);
    expect(await heard()).toEqual([]);
  });

  it('by a person names the person; one that gave way names what came in its place', async () => {
    const { feed: lines, heard, say, told } = await openOffice(ALL);
    await lines(says('mei', '你好', TEN - MINUTE));
    await told();
    await say(HUA, 'tag mei +普通客户');
    expect(await heard()).toMatchObject([{ type: 'tag.added', data: { actor: 'hua', by: { kind: 'person', id: 'hua' } } }]);
    await say(HUA, 'tag mei +VIP');
    const both = await heard();
    expect(both.map(inAWord).sort()).toEqual(['tag.added VIP客户', 'tag.removed 普通客户']);
    expect(both.find(({ type }) => type === 'tag.removed')?.data).toMatchObject({
      reason: 'replaced',
      replacedBy: { name: 'VIP客户' },
    });
    await say(HUA, 'undo mei');
    expect(await told()).toEqual(['tag.added 普通客户', 'tag.removed VIP客户']);
  });

  it('that time makes is told too', async () => {
    const { feed: lines, told, later } = await openOffice('[{ name: crm, private: true, events: [tag.added], tags: [静默] }]');
    await lines(says('mei', '你好', TEN));
    await later(30 * DAY - 1);
    expect(await told()).toEqual([]);
    await later(1);
    expect(await told()).toEqual(['tag.added 静默']);
  });

  it('refused or only suggested is told to nobody', async () => {
    const { feed: lines, told, say } = await openOffice(ALL);
    await lines(says('mei', '你好', TEN));
    await told();
    await expect(say(LI, 'tag mei +VIP')).rejects.toThrow();
    expect(await told()).toEqual([]);
  });
});

describe('a stage', () => {
  it('is told as one move, from where to where, and taken back as another', async () => {
    const { feed: lines, told, say } = await openOffice('[{ name: crm, private: true, events: [stage.changed] }]');
    await lines(says('mei', '你好', TEN - 3 * MINUTE));
    await lines(says('mei', '您好', TEN - 3 * MINUTE + 1, { from: 'agent', agent: { id: 'li' } }));
    expect(await told()).toEqual(['stage.changed – → 已沟通']);
    await lines(happens('mei', 'payment', { order: 'O1', amount: 10, currency: 'CNY' }, TEN - 2 * MINUTE));
    expect(await told()).toEqual(['stage.changed 已沟通 → 已成交']);
    await lines(happens('mei', 'refund', { order: 'O1', amount: 10 }, TEN - MINUTE));
    expect(await told()).toEqual(['stage.changed 已成交 → 已沟通']);
    await say(HUA, 'tag mei -已沟通');
    expect(await told()).toEqual(['stage.changed 已沟通 → –']);
  });
});

describe('a task', () => {
  it('is told when it is made and when it is closed, without its title', async () => {
    const { feed: lines, heard, say } = await openOffice('[{ name: crm, private: true, events: [task.created, task.closed] }]');
    await lines(says('mei', '你好', TEN));
    await say(HUA, 'task mei 问她先生的手术怎么样了 --to li');
    const [made] = await heard();
    expect(made).toMatchObject({
      type: 'task.created',
      data: { customer: { id: 'mei' }, actor: 'hua', task: { owner: 'li', due: null, state: 'open' } },
    });
    expect(JSON.stringify(made)).not.toContain('手术');
    const { id } = (made?.data['task'] ?? {}) as { id: string };
    await say(LI, `task snooze ${id} 明天`);
    expect(await heard()).toEqual([]);
    await say(LI, `done ${id}`);
    expect(await heard()).toMatchObject([{ type: 'task.closed', data: { actor: 'li', task: { id, state: 'done' } } }]);
  });

  it('of a rule is closed by what it waited for', async () => {
    const { feed: lines, told, later } = await openOffice('[{ name: crm, private: true, events: [task.created, task.closed] }]');
    await lines(happens('mei', 'quote', { quote: 'Q1', amount: 1200, currency: 'CNY', owner: 'li' }, TEN));
    await later(3 * DAY + 1);
    expect(await told()).toEqual(['task.created open']);
    await lines(happens('mei', 'quote_answered', { quote: 'Q1' }, TEN + 3 * DAY + 1));
    expect(await told()).toEqual(['task.closed resolved']);
  });
});

describe('what a webhook asks for', () => {
  it('is all that it hears: its events, and of tags those that it names or that lie below', async () => {
    const {
      feed: lines,
      told,
      say,
    } = await openOffice('[{ name: crm, private: true, events: [tag.added], tags: [价值分层, 没有这个] }]');
    await lines(says('mei', '这个多少钱', TEN));
    await say(HUA, 'tag mei +VIP');
    await say(HUA, 'tag mei -VIP');
    expect(await told()).toEqual(['tag.added VIP客户']);
  });

  it('may be tags that the library does not have: then it hears of none', async () => {
    const { feed: lines, told } = await openOffice('[{ name: crm, private: true, events: [tag.added], tags: [没有这个] }]');
    await lines(says('mei', '这个多少钱', TEN));
    expect(await told()).toEqual([]);
  });
});

const RULES = `
- id: vip_pays
  on: payment
  if: { tag: VIP }
  do: [{ webhook: crm }, { webhook: nobody }, { webhook: crm }]
`;

describe('a rule', () => {
  it('tells the webhook that it names, once an event, whatever else that one asks for', async () => {
    const {
      feed: lines,
      heard,
      say,
      app,
      later,
    } = await openOffice('[{ name: crm, private: true, events: [] }, { name: erp, private: true, events: [] }]', {
      rules: RULES,
    });
    await lines(says('mei', '你好', TEN - MINUTE));
    await say(HUA, 'tag mei +VIP');
    const paid = happens('mei', 'payment', { order: 'O1', amount: 10, currency: 'CNY' }, TEN + MINUTE);
    await later(MINUTE - 1);
    await lines(paid, paid);
    expect(await heard()).toEqual([
      {
        type: 'rule.vip_pays',
        timestamp: iso(TEN + MINUTE),
        data: { customer: { id: 'mei' }, at: iso(TEN + MINUTE), by: { kind: 'rule', id: 'vip_pays', version: '1' } },
      },
    ]);
    // A line that comes late folds everything again, and tells nobody of it again.
    await lines(says('mei', '在吗', TEN + 30_000));
    expect(await heard()).toEqual([]);
    expect(await app.store.deliveries.count('erp', 'waiting')).toBe(0);
  });
});

describe('nobody hears', () => {
  it('of what happens in the data’s time: it is kept, muted, and cannot be sent by hand either', async () => {
    const { feed: lines, heard, say, app } = await openOffice(ALL, { clock: { mode: 'data', at: 0 } });
    await lines(
      says('mei', '这个多少钱', TEN - DAY),
      happens('mei', 'payment', { order: 'O1', amount: 10, currency: 'CNY' }, TEN),
    );
    expect(await heard()).toEqual([]);
    expect(await app.store.deliveries.count('crm', 'waiting')).toBe(0);
    expect(await app.store.deliveries.count('crm', 'muted')).toBeGreaterThan(3);
    const [row] = await app.store.deliveries.startingWith('msg_', 1);
    await expect(say(HUA, `webhooks retry ${row?._id}`)).rejects.toMatchObject({ code: 'delivery_muted' });
    await say(HUA, 'webhooks retry crm');
    expect(await heard()).toEqual([]);
  });

  it('of what was before the home was live', async () => {
    const { feed: lines, told } = await openOffice(ALL, { clock: { mode: 'wall', at: TEN, since: TEN - MINUTE } });
    await lines(says('mei', '这个多少钱', TEN - 2 * MINUTE));
    expect(await told()).toEqual([]);
    await lines(says('mei', '我要投诉', TEN));
    expect(await told()).toContain('tag.added 投诉客户');
  });

  it('where no webhook is set up, and nothing is put down for one', async () => {
    const { feed: lines, told, app } = await openOffice('[]');
    await lines(says('mei', '这个多少钱', TEN));
    expect(await told()).toEqual([]);
    expect(await app.store.deliveries.startingWith('msg_', 1)).toEqual([]);
  });
});

describe('each message', () => {
  it('has an id of its own, the same however often the change is delivered, and nothing of the customer in it', async () => {
    const { feed: lines, receiver, app } = await openOffice('[{ name: crm, private: true }, { name: erp, private: true }]');
    const line = says('mei', '这个多少钱', TEN);
    await lines(line, line);
    app.webhooks.run();
    await app.webhooks.idle();
    const ids = receiver.received.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^msg_[\w-]{27}$/.test(id))).toBe(true);
    // Both hear the same things.
    const bodies = receiver.received.map(({ body }) => body).sort();
    expect(bodies.filter((_, i) => i % 2 === 0)).toEqual(bodies.filter((_, i) => i % 2 === 1));
  });
});
