// Who is told what, and when: on the real street and database, with a clock that the story moves.
import { describe, expect, it } from 'vitest';
import { commandNamed } from '../../src/commands/index.ts';
import type { Actor } from '../../src/domain/person.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { createSender } from '../../src/notify/sender.ts';
import { DAY, feed, happens, MINUTE, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

const PEOPLE = `
people:
  - { id: hua, name: Hua, role: manager }
  - { id: li, name: Li, role: agent, manager: hua, team: tech }
  - { id: bo, name: Bo, role: agent, manager: hua, team: tech }
`;
const HUA: Actor = { id: 'hua', name: 'Hua', role: 'manager' };
const LI: Actor = { id: 'li', name: 'Li', role: 'agent' };
/** A Wednesday at ten in the morning in Shanghai. */
const TEN = Date.parse('2026-11-25T10:00:00+08:00');

const openOffice = async (config = PEOPLE) => {
  const time = { now: TEN };
  const street = await openStreet({ config, clock: { mode: 'wall', at: TEN, since: TEN - 90 * DAY }, wallNow: () => time.now });
  const { app } = street;
  const heard: { to: string; replies: readonly Reply[] }[] = [];
  const outlet = (to: string, replies: readonly Reply[]) => {
    heard.push({ to, replies });
    return Promise.resolve(true);
  };
  const sender = createSender({ app, outlet });
  return {
    ...street,
    /** Lets time pass; whoever is to be told something then is. */
    later: async (ms: number) => {
      time.now += ms;
      await app.runDue(time.now);
      await sender.run();
    },
    now: () => time.now,
    say: (actor: Actor, words: string) => {
      const [name = '', ...args] = words.split(' ');
      return commandNamed(name)?.run({ app, actor, lang: 'zh', atHand: null }, args);
    },
    feed: (...lines: object[]) => feed(app, lines),
    /** What was told since the last look: who, and in a word what. */
    told: () => heard.splice(0).map(({ to, replies }) => `${to}: ${replies.flatMap(words).join(', ')}`),
    heard,
    another: createSender({ app, outlet }),
  };
};

const words = (reply: Reply): string[] => {
  if (reply.kind === 'notice')
    return reply.doc.items.map((item) => (item.kind === 'task' ? `${item.why} ${item.task.title}` : item.text));
  return [reply.kind];
};

describe('tasks', () => {
  it('are told to whoever gets one from somebody else, and not to whoever makes their own', async () => {
    const { feed: lines, say, later, told } = await openOffice();
    await lines(says('mei', '你好', TEN));
    await say(HUA, 'task mei 回电话 --to li');
    await say(LI, 'task mei 备货 --to li');
    await later(1000);
    expect(told()).toEqual(['li: new 回电话']);
    await later(10 * MINUTE);
    expect(told()).toEqual([]);
  });

  it('remind their owner when they are due and when they come back from being put off, but not once they are done', async () => {
    const { feed: lines, say, later, told } = await openOffice();
    await lines(says('mei', '你好', TEN));
    await say(LI, 'task mei 半小时后 回电话');
    await say(LI, 'task mei 2小时后 寄样品');
    await later(29 * MINUTE);
    expect(told()).toEqual([]);
    await later(MINUTE);
    expect(told()).toEqual(['li: due 回电话']);
    const { doc } = (await say(LI, 'tasks')) as { doc: { tasks: { id: string; title: string }[] } };
    const id = doc.tasks.find(({ title }) => title === '回电话')?.id;
    await say(LI, `task snooze ${id} 1小时后`);
    await say(LI, `done ${doc.tasks.find(({ title }) => title === '寄样品')?.id}`);
    await later(60 * MINUTE);
    expect(told()).toEqual(['li: due 回电话']);
    await later(DAY);
    expect(told()).toEqual([]);
  });

  it('of rules are told to the owner of the customer: a quote gone stale, once', async () => {
    const { feed: lines, say, later, told } = await openOffice();
    await lines(happens('mei', 'quote', { quote: 'Q1', amount: 1200, currency: 'CNY', owner: 'li' }, TEN));
    await later(3 * DAY);
    expect(told()).toEqual([]);
    await later(1);
    expect(told()).toEqual(['li: new 催单：报价超过 3 天没有回音']);
    await lines(says('mei', '还在考虑', TEN + 3 * DAY + 1));
    await later(DAY);
    expect(told()).toEqual([]);
    expect(await say(LI, 'tasks')).toMatchObject({ doc: { tasks: [{ why: expect.stringContaining('报价') }] } });
  });

  it('of a team are told to each of its members', async () => {
    const { feed: lines, later, told } = await openOffice();
    await lines(says('mei', '我们需求比较复杂，要对接 ERP 接口，得技术出方案', TEN));
    await later(1000);
    expect(told()).toEqual(
      ['li: new 客户需求复杂，请技术支持一起跟进', 'bo: new 客户需求复杂，请技术支持一起跟进'].sort().reverse(),
    );
  });
});

describe('one message at a time', () => {
  it('comes to one person: what comes within five minutes is bundled into the next', async () => {
    const { feed: lines, say, later, told } = await openOffice();
    await lines(says('mei', '你好', TEN), says('chen', '你好', TEN));
    await say(HUA, 'task mei 第一件 --to li');
    await later(1000);
    await say(HUA, 'task mei 第二件 --to li');
    await later(1);
    await say(HUA, 'task chen 第三件 --to li');
    await later(MINUTE);
    expect(told()).toEqual(['li: new 第一件']);
    await later(5 * MINUTE);
    expect(told()).toEqual(['li: new 第二件, new 第三件']);
  });

  it('from one process: of two that look at the same moment, one speaks', async () => {
    const { feed: lines, say, another, told, later, heard } = await openOffice();
    await lines(says('mei', '你好', TEN));
    await say(HUA, 'task mei 回电话 --to li');
    await Promise.all([later(1000), another.run(), another.run()]);
    expect(heard).toHaveLength(1);
    expect(told()).toEqual(['li: new 回电话']);
  });

  it('again after a process died while it spoke: the next takes over within a minute', async () => {
    const { app, feed: lines, say, later, told, now } = await openOffice();
    await lines(says('mei', '你好', TEN));
    await say(HUA, 'task mei 回电话 --to li');
    // Another process takes the mailbox and is never heard of again.
    expect(await app.store.mailboxes.take('li', now(), false)).toEqual({ retryAt: null });
    await later(30_000);
    expect(told()).toEqual([]);
    await later(30_001);
    expect(told()).toEqual(['li: new 回电话']);
  });
});

describe('quiet hours', () => {
  it('keep what can wait for the morning, and drop what was done meanwhile', async () => {
    const { feed: lines, say, later, told } = await openOffice();
    await later(11.5 * 60 * MINUTE);
    await lines(says('mei', '你好', TEN));
    await say(HUA, 'task mei 回电话 --to li');
    await say(HUA, 'task mei 寄合同 --to li');
    await later(MINUTE);
    expect(told()).toEqual([]);
    const { doc } = (await say(LI, 'tasks')) as { doc: { tasks: { id: string; title: string }[] } };
    await say(LI, `done ${doc.tasks.find(({ title }) => title === '寄合同')?.id}`);
    await later(10 * 60 * MINUTE);
    expect(told()).toEqual([]);
    await later(60 * MINUTE);
    expect(told()).toEqual(['li: new 回电话']);
  });
});

const RULE = `
- id: vip_pays
  on: payment
  if: { tag: VIP }
  do: [{ notify: { text: VIP 付款了, to: manager, urgent: true } }, { notify: { text: 记得道谢 } }]
`;

describe('rules', () => {
  it('tell the manager at night what is urgent, and the owner in the morning what is not', async () => {
    const { app, feed: lines, say, later, told } = await openOffice();
    const { parseRules } = await import('../../src/rules/parse-rules.ts');
    const more = parseRules({ file: 'own.yaml', text: RULE, tree: app.inForce.tree() });
    app.inForce.replace({ rules: [...app.inForce.rules().set.all, ...(more as never[])] });
    await lines(says('mei', '你好', TEN, { from: 'agent', agent: { id: 'li' } }), says('mei', '好', TEN));
    await say(HUA, 'tag mei +VIP');
    await later(12 * 60 * MINUTE);
    told();
    await lines(happens('mei', 'payment', { order: 'O1', amount: 10, currency: 'CNY' }, TEN + 12 * 60 * MINUTE - 1000));
    await later(1000);
    expect(told()).toEqual(['hua: VIP 付款了']);
    await later(10.5 * 60 * MINUTE);
    expect(told()).toEqual(['li: 记得道谢']);
  });
});

describe('the card of an important customer', () => {
  it('comes to the staff when they write after half an hour of quiet, with what is open', async () => {
    const { feed: lines, say, later, told, heard } = await openOffice();
    await lines(
      says('mei', '你好', TEN - 2 * DAY),
      says('mei', '您好，报价单发您了', TEN - 2 * DAY + MINUTE, { from: 'agent', agent: { id: 'li' } }),
      happens('mei', 'quote', { quote: 'Q1', amount: 1200, currency: 'CNY', owner: 'li' }, TEN - 2 * DAY + 2 * MINUTE),
    );
    await say(HUA, 'tag mei +VIP');
    await later(MINUTE);
    told();
    await lines(says('mei', '在吗，想问下发货', TEN + MINUTE));
    await later(1000);
    expect(heard).toMatchObject([
      {
        to: 'staff',
        replies: [
          {
            kind: 'card',
            doc: {
              ...{ customer: { id: 'mei' }, words: '在吗，想问下发货', stage: '报价中', owner: 'Li' },
              important: [{ tag: '价值分层:VIP客户' }],
              quotes: [{ id: 'Q1', amount: 1200 }],
              history: [{ text: '你好' }, { from: 'agent', text: '您好，报价单发您了' }],
            },
          },
        ],
      },
    ]);
    told();
    await later(70 * MINUTE);
    await lines(says('mei', '在不在', TEN + 30 * MINUTE));
    await later(1000);
    expect(told()).toEqual([]);
    await lines(says('mei', '？', TEN + 60 * MINUTE));
    await later(1000);
    expect(told()).toEqual(['staff: card']);
  });

  it('does not come for the message that makes a customer important', async () => {
    const { feed: lines, later, told } = await openOffice();
    await lines(says('mei', '你好', TEN - DAY), says('mei', '我要投诉你们', TEN));
    await later(MINUTE);
    expect(told()).toEqual([]);
  });
});

it('in the data’s time nobody is told anything; what they would have been told is kept, muted', async () => {
  const { app } = await openStreet({ config: PEOPLE, clock: { mode: 'data', at: 0 } });
  const heard: unknown[] = [];
  const outlet = (to: string) => {
    heard.push(to);
    return Promise.resolve(true);
  };
  await feed(app, [happens('mei', 'quote', { quote: 'Q1', amount: 1200, currency: 'CNY', owner: 'li' }, TEN)], {
    until: TEN + 4 * DAY,
  });
  await createSender({ app, outlet }).run();
  expect(heard).toEqual([]);
  expect(await app.store.outbox.count('waiting')).toBe(0);
  expect(await app.store.outbox.count('muted')).toBe(1);
});
