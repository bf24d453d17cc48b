// Two customers whom a joining key shows to be one: a merge is nobody who may take a restricted tag off (semantics 13), and what becomes
// of their tags stands in the history (semantics 8).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { findCustomer } from '../../src/commands/find-customer.ts';
import { commandNamed } from '../../src/commands/index.ts';
import type { AuditAnswer, TagsAnswer, WhyAnswer } from '../../src/domain/answers.ts';
import type { Actor } from '../../src/domain/person.ts';
import { TagwiseError } from '../../src/errors.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { feed, HOUR, happens, iso, MINUTE, START, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

const HUA: Actor = { id: 'hua', name: 'Hua', role: 'manager' };
const LI: Actor = { id: 'li', name: 'Li', role: 'agent' };

type Side = 'mei' | 's77';

const openShop = async (run = '') => {
  const street = await openStreet();
  const { app } = street;
  let hour = 0;
  const give = async (actor: Actor, name: string, ...args: string[]) => {
    const context: Context = { app, actor, lang: 'en', atHand: null };
    const reply = await commandNamed(name)?.run(context, args);
    if (!reply) throw new Error(name);
    return reply;
  };
  const name = (side: Side, n = run) => `${side}${n}`;
  return {
    ...street,
    give,
    name,
    /** An hour passes. */
    later: () => {
      hour += 1;
      return feed(app, [{ tick: iso(START + hour * HOUR) }]);
    },
    /** Somebody who wrote on WeCom, and who ordered in the shop: nobody knows yet that they are one. */
    meet: (n = run) =>
      feed(app, [
        says(name('mei', n), '你好', START),
        happens(name('s77', n), 'order', { order: `O${n}`, amount: 5 }, START, {
          channel: 'shop',
          customer: { id: name('s77', n), key: `k${n}` },
        }),
      ]),
    /** They write again, and their key comes with it. `at` says when that was. */
    join: (at: number, n = run) =>
      feed(app, [says(name('mei', n), '在吗', at, { customer: { id: name('mei', n), key: `k${n}` } })]),
    carried: async (side: Side, n = run) =>
      Object.keys((await findCustomer({ app, atHand: null }, name(side, n))).state.tags).filter((tag) =>
        ['vip', 'regular', 'high_potential', 'key_account'].includes(tag),
      ),
    doc: async <T>(verb: string, ...args: string[]) => (await give(HUA, verb, ...args)).doc as unknown as T,
    drawn: async (lang: 'zh' | 'en', verb: string, ...args: string[]) =>
      renderReply(await give(HUA, verb, ...args), { lang, zone: 'Asia/Shanghai', colour: false, now: START }),
  };
};

describe('a customer who is VIP on one side and 普通 on the other', () => {
  const tellings: [string, (shop: Awaited<ReturnType<typeof openShop>>) => Promise<unknown>[] | Promise<unknown>][] = [
    [
      'the manager made both, VIP first',
      async ({ give, later }) => {
        await give(HUA, 'tag', 'mei', '+VIP');
        await later();
        await give(HUA, 'tag', 's77', '+普通');
      },
    ],
    [
      'the manager made both, 普通 first',
      async ({ give, later }) => {
        await give(HUA, 'tag', 'mei', '+普通');
        await later();
        await give(HUA, 'tag', 's77', '+VIP');
      },
    ],
    [
      'an agent set 普通 after VIP, together with something else',
      async ({ give, later }) => {
        await give(HUA, 'tag', 's77', '+VIP');
        await later();
        await give(LI, 'tag', 'mei', '+普通', '+大客户');
      },
    ],
  ];
  it.each(tellings)('stays VIP, and the history says why 普通 went: %s', async (_how, tell) => {
    const shop = await openShop();
    await shop.meet();
    await tell(shop);
    await shop.later();
    await shop.join(START + 2 * HOUR + MINUTE);
    for (const side of ['mei', 's77'] as const) expect(await shop.carried(side)).toContain('vip');
    expect(await shop.carried('mei')).not.toContain('regular');

    const { tags } = await shop.doc<TagsAnswer>('tags', 'mei');
    expect(tags.find(({ id }) => id === 'vip')).toMatchObject({ by: { kind: 'person', id: 'hua' } });
    const { history } = await shop.doc<WhyAnswer>('why', 'mei', '普通');
    expect(history.map(({ action }) => action)).toEqual(['remove', 'add']);
    expect(history[0]).toMatchObject({ actor: 'merge', reason: 'merged', replacedBy: '价值分层:VIP客户' });
    const { entries } = await shop.doc<AuditAnswer>('audit', 'mei');
    expect(entries.filter(({ tag, actor }) => tag === '价值分层:普通客户' && actor === 'merge')).toMatchObject([
      { action: 'remove', reason: 'merged' },
    ]);
    expect(await shop.drawn('en', 'why', 'mei', '普通')).toMatch(/gave way to ".*VIP.*" when two customers became one/);
    expect(await shop.drawn('zh', 'why', 'mei', '普通')).toMatch(/合并客户时让位给“.*VIP客户”/);
    expect(await shop.drawn('zh', 'audit', 'mei')).toMatch(/合并 .*两位客户合并了/);
  });

  it('keeps all else that an agent did in the same breath', async () => {
    const shop = await openShop();
    await shop.meet();
    await shop.give(HUA, 'tag', 's77', '+VIP');
    await shop.later();
    await shop.give(LI, 'tag', 'mei', '+普通', '+大客户');
    await shop.join(START + HOUR + MINUTE);
    expect(await shop.carried('mei')).toEqual(['vip', 'key_account']);
  });

  it('stays VIP when what was late changes the past, until a manager takes it off; an agent still cannot', async () => {
    const shop = await openShop();
    await shop.meet();
    await shop.give(HUA, 'tag', 'mei', '+VIP');
    await shop.later();
    await shop.give(HUA, 'tag', 's77', '+普通');
    await shop.later();
    await shop.join(START + 2 * HOUR + MINUTE);
    await feed(shop.app, [says('mei', '多少钱', START + MINUTE)]);
    expect(await shop.carried('mei')).toEqual(['vip']);
    await expect(shop.give(LI, 'tag', 'mei', '+普通')).rejects.toThrow(TagwiseError);
    await shop.give(HUA, 'tag', 'mei', '+普通');
    expect(await shop.carried('mei')).toEqual(['regular']);
    await feed(shop.app, [says('mei', '开发票', START + 2 * MINUTE)]);
    expect(await shop.carried('s77')).toEqual(['regular']);
  });

  it('is the same when the key was in a message that came late, of a time before anybody set a tag', async () => {
    const shop = await openShop();
    await shop.meet();
    await shop.later();
    await shop.give(HUA, 'tag', 'mei', '+VIP');
    await shop.later();
    await shop.give(HUA, 'tag', 's77', '+普通');
    await shop.join(START + MINUTE);
    expect(await shop.carried('mei')).toEqual(['vip']);
  });
});

it('whatever people do to two customers, a merge takes no VIP off and makes none', { timeout: 120_000 }, async () => {
  const shop = await openShop();
  const act = fc.record({
    actor: fc.constantFrom(HUA, HUA, LI),
    side: fc.constantFrom<Side>('mei', 's77'),
    words: fc.array(fc.constantFrom('+VIP', '-VIP', '+普通', '-普通', '+高潜力客户'), { minLength: 1, maxLength: 1 }),
  });
  let run = 0;
  let vips = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
      run += 1;
      const n = `-${run}`;
      await shop.meet(n);
      for (const { actor, side, words } of acts) {
        try {
          await shop.give(actor, 'tag', shop.name(side, n), ...words);
        } catch (error) {
          if (!(error instanceof TagwiseError)) throw error;
        }
      }
      const before = [...(await shop.carried('mei', n)), ...(await shop.carried('s77', n))];
      await shop.join(START + MINUTE, n);
      const after = await shop.carried('mei', n);
      expect(after.includes('vip')).toBe(before.includes('vip'));
      expect(after.length).toBeLessThanOrEqual(1);
      if (after.includes('vip')) vips += 1;
      const lost = before.filter((tag) => !after.includes(tag));
      for (const tag of lost) {
        const { history } = await shop.doc<WhyAnswer>('why', shop.name('mei', n), tag);
        // A tag that a person took off on the one side later gives way to nothing.
        const replaced = after.length > 0 ? { replacedBy: expect.any(String) } : {};
        expect(history[0]).toMatchObject({ action: 'remove', reason: 'merged', ...replaced });
      }
    }),
    { numRuns: 60 },
  );
  expect(vips).toBeGreaterThan(5);
  expect(shop.troubles.filter(({ what }) => what !== 'conflict')).toEqual([]);
});
