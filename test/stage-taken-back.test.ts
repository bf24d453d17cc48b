// What becomes of a customer's stage when an order is called off or given back, or a message is taken back.
import { describe, expect, it } from 'vitest';
import type { InForce } from '../src/in-force.ts';
import { parseRules } from '../src/rules/parse-rules.ts';
import type { Rule } from '../src/rules/rule.ts';
import { shippedInForce, withRules } from './support/in-force.ts';
import { createLife } from './support/life.ts';
import { HOUR, START } from './support/lines.ts';

const inForce = await shippedInForce();

/** A life told hour by hour: each thing happens an hour after the one before. */
const story = (among: InForce = inForce) => {
  const mei = createLife(among);
  let hour = 0;
  const next = () => {
    hour += 1;
    return hour * HOUR;
  };
  const tagging = () => {
    const { tags } = mei.at(hour * HOUR);
    const id = among
      .tree()
      .descendants('stage')
      .find((one) => tags[one]);
    return id === undefined ? null : { id, ...tags[id] };
  };
  const told = {
    life: mei,
    orders: (id: string) => mei.happens('order', { order: id, amount: 100 }, next()),
    pays: (id: string | undefined) => mei.happens('payment', { ...(id ? { order: id } : {}), amount: 100 }, next()),
    refunds: (id: string, amount = 100) => mei.happens('refund', { order: id, amount }, next()),
    cancels: (id: string) => mei.happens('order_cancelled', { order: id }, next()),
    quote: (id: string) => mei.happens('quote', { quote: id, amount: 100 }, next()),
    says: (text: string) => mei.says(text, next()),
    replies: (text = '您好') => mei.agentSays(text, next()),
    recalls: (event: string) => mei.happens('recall', { message: event.split('/').at(-1) }, next()),
    edits: (event: string, text: string) => mei.says(text, next(), { body: editOf(event, text) }),
    puts: (stage: string) => mei.changes({ add: [stage] }, next(), 'manager'),
    takesOff: (stage: string) => mei.changes({ remove: [stage] }, next(), 'manager'),
    stage: () => tagging()?.id ?? null,
    since: () => ((tagging()?.since ?? START) - START) / HOUR,
    restsOn: () => tagging()?.causes?.map(({ id }) => id),
    paths: () => mei.at(hour * HOUR).paths,
  };
  return told;
};

const editOf = (event: string, text: string) => ({
  kind: 'fact' as const,
  name: 'edit',
  data: { message: event.split('/').at(-1), text },
});

/** A customer who has been answered once, before anything else. */
const answered = (among?: InForce) => {
  const mei = story(among);
  mei.says('你好');
  mei.replies();
  expect(mei.stage()).toBe('contacted');
  return mei;
};

describe.each(['orders', 'pays'] as const)('somebody who %s', (does) => {
  const takeBack = does === 'orders' ? 'cancels' : 'refunds';
  /** A first order only moves once it is paid for. */
  const first = does === 'orders' ? 'contacted' : 'won';

  it('three times stays 复购客户 without the second, and without the third', () => {
    for (const gone of ['A2', 'A3']) {
      const mei = answered();
      for (const id of ['A1', 'A2', 'A3']) mei[does](id);
      expect(mei.stage()).toBe('repeat_customer');
      mei[takeBack](gone);
      expect([mei.stage(), mei.since()]).toEqual(['repeat_customer', 4]);
    }
  });

  it('three times stays 复购客户 without the first, and is as after one order without the first two', () => {
    const mei = answered();
    for (const id of ['A1', 'A2', 'A3']) mei[does](id);
    mei[takeBack]('A1');
    expect(mei.stage()).toBe('repeat_customer');
    mei[takeBack]('A2');
    expect(mei.stage()).toBe(first);
    mei[takeBack]('A3');
    expect(mei.stage()).toBe('contacted');
  });

  it('twice is as after one order without either of them, and as before without both', () => {
    for (const [gone, other] of [
      ['A1', 'A2'],
      ['A2', 'A1'],
    ] as const) {
      const mei = answered();
      for (const id of ['A1', 'A2']) mei[does](id);
      expect(mei.stage()).toBe('repeat_customer');
      mei[takeBack](gone);
      expect(mei.stage()).toBe(first);
      mei[takeBack](other);
      expect([mei.stage(), mei.since(), mei.restsOn()]).toEqual(['contacted', 2, ['first_reply']]);
      expect(mei.paths()).toEqual({});
    }
  });

  it('and whom a person moved since stays where the person put them', () => {
    const mei = answered();
    for (const id of ['A1', 'A2']) mei[does](id);
    mei.puts('won');
    mei[takeBack]('A1');
    mei[takeBack]('A2');
    expect(mei.stage()).toBe('won');
  });

  it('again afterwards moves on anew', () => {
    const mei = answered();
    for (const id of ['A1', 'A2']) mei[does](id);
    mei[takeBack]('A1');
    mei[does]('A3');
    expect([mei.stage(), mei.since()]).toEqual(['repeat_customer', 6]);
  });
});

describe('a payment given back', () => {
  it('takes 已成交 back also where another payment was given back first', () => {
    const mei = answered();
    mei.pays('O1');
    mei.pays('O2');
    mei.refunds('O2');
    expect([mei.stage(), mei.since()]).toEqual(['won', 3]);
    mei.refunds('O1', 40);
    expect(mei.stage()).toBe('won');
    mei.refunds('O1', 60);
    expect(mei.stage()).toBe('contacted');
  });

  it('leaves 已成交 where the second order is only ordered, or the money named no order', () => {
    const mei = answered();
    mei.pays('O1');
    mei.orders('O2');
    expect(mei.stage()).toBe('repeat_customer');
    mei.refunds('O1');
    expect(mei.stage()).toBe('contacted');
    const bo = answered();
    bo.pays('O1');
    bo.pays(undefined);
    bo.refunds('O1');
    expect([bo.stage(), bo.since()]).toEqual(['won', 3]);
    expect(bo.paths()).toEqual({});
  });

  it('refund of the first and cancellation of the second leave nobody 复购客户 nor 已成交', () => {
    const mei = answered();
    mei.pays('O1');
    mei.orders('O2');
    mei.refunds('O1');
    mei.cancels('O2');
    expect(mei.stage()).toBe('contacted');
  });

  it('with what was asked for in between leads to that, as though it had never been', () => {
    const mei = answered();
    mei.pays('O1');
    mei.says('给我们报个价吧');
    expect(mei.stage()).toBe('won');
    mei.refunds('O1');
    expect([mei.stage(), mei.since()]).toEqual(['needs_confirmed', 4]);
  });

  it('changes nothing where a quote has led back since', () => {
    const mei = answered();
    mei.pays('O1');
    mei.quote('Q1');
    expect(mei.stage()).toBe('quoting');
    mei.refunds('O1');
    expect(mei.stage()).toBe('quoting');
    const bo = story();
    bo.puts('won');
    bo.pays('O1');
    bo.pays('O2');
    bo.quote('Q1');
    bo.refunds('O2');
    expect(bo.stage()).toBe('quoting');
  });

  it('moves nobody at all where the money was given back before it was heard of', () => {
    const mei = answered();
    mei.refunds('O1');
    mei.pays('O1');
    expect(mei.stage()).toBe('contacted');
  });

  it('leads back to the person’s choice, and leaves what a person said of the stage it led to', () => {
    const mei = story();
    mei.puts('quoting');
    mei.pays('O1');
    mei.pays('O2');
    expect(mei.stage()).toBe('repeat_customer');
    mei.refunds('O1');
    mei.refunds('O2');
    expect([mei.stage(), mei.since(), mei.restsOn()]).toEqual(['quoting', 1, ['manager']]);
    mei.pays('O3');
    mei.puts('won');
    mei.refunds('O3');
    expect(mei.stage()).toBe('won');
    mei.takesOff('won');
    expect(mei.stage()).toBeNull();
  });
});

describe('a message taken back', () => {
  it('takes back 已沟通 where it was the only reply, whenever that becomes known', () => {
    const mei = story();
    mei.says('你好');
    const reply = mei.replies();
    expect(mei.stage()).toBe('contacted');
    mei.recalls(reply);
    expect(mei.stage()).toBeNull();
    mei.replies('在的');
    expect([mei.stage(), mei.since()]).toEqual(['contacted', 4]);
  });

  it('leaves 已沟通 to a second reply, and to one that was only reworded', () => {
    const mei = story();
    mei.says('你好');
    const reply = mei.replies();
    mei.replies('在的');
    mei.recalls(reply);
    expect([mei.stage(), mei.since()]).toEqual(['contacted', 3]);
    const bo = answered();
    const other = bo.replies();
    bo.edits(other, '您好呀');
    expect(bo.stage()).toBe('contacted');
  });

  it('takes back 需求确认 with the wish that it rested on, recalled or reworded, and leaves it to another wish', () => {
    for (const change of ['recalls', 'edits'] as const) {
      const mei = answered();
      const asked = mei.says('给我们报个价吧');
      const budget = mei.says('我们预算五万左右');
      expect(mei.stage()).toBe('needs_confirmed');
      mei[change](asked, '你好');
      expect([mei.stage(), mei.since()]).toEqual(['needs_confirmed', 4]);
      mei[change](budget, '谢谢');
      expect([mei.stage(), mei.since()]).toEqual(['contacted', 2]);
    }
  });

  it('gives 需求确认 where the wish is only in the edited text', () => {
    const mei = answered();
    mei.edits(mei.says('你好呀'), '给我们报个价吧');
    expect(mei.stage()).toBe('needs_confirmed');
  });

  it('does not touch what came of a payment since, nor what a person chose', () => {
    const mei = story();
    mei.says('你好');
    const reply = mei.replies();
    mei.pays('O1');
    mei.recalls(reply);
    expect(mei.stage()).toBe('won');
    mei.refunds('O1');
    expect(mei.stage()).toBeNull();
    const bo = answered();
    const asked = bo.says('给我们报个价吧');
    bo.puts('needs_confirmed');
    bo.recalls(asked);
    expect(bo.stage()).toBe('needs_confirmed');
  });
});

describe('rules that somebody wrote', () => {
  const written = (text: string): InForce => {
    const rules = parseRules({ file: 'own.yaml', text, tree: inForce.tree() });
    expect(rules.filter((one) => 'message' in one)).toEqual([]);
    return withRules(inForce, rules as Rule[]);
  };

  it('are held to what their condition says of orders; what else it asked was so then', () => {
    const own = `[{ id: big, on: payment, if: { all: [{ spend: { more_than: 150 } }, { tag: 询价 }] }, do: [{ stage: 忠诚客户 }] }]`;
    const mei = answered(written(own));
    mei.says('这个多少钱');
    mei.pays('O1');
    mei.pays('O2');
    mei.says('先不买了');
    const loyal = () => mei.life.at(20 * HOUR).tags['loyal'] !== undefined;
    expect(loyal()).toBe(true);
    mei.refunds('O2', 20);
    expect(loyal()).toBe(true);
    mei.refunds('O1');
    expect(loyal()).toBe(false);
  });

  it('judge an order by what was known of it then, also where it was paid or told of only later', () => {
    const own = `[{ id: big, on: order, if: { spend: { days: 30, more_than: 150 } }, do: [{ stage: 意向客户 }] }]`;
    const mei = answered(written(own));
    const carries = (tag: string) => mei.life.at(20 * HOUR).tags[tag] !== undefined;
    for (const id of ['O1', 'O2']) mei.orders(id);
    for (const id of ['O1', 'O2']) mei.pays(id);
    expect(carries('interested')).toBe(true);
    mei.cancels('O3');
    expect(carries('interested')).toBe(true);
    const bo = answered();
    for (const id of ['O1', 'O2']) bo.pays(id);
    for (const id of ['O1', 'O2']) bo.orders(id);
    bo.cancels('O3');
    expect([bo.stage(), bo.since()]).toEqual(['repeat_customer', 4]);
  });

  it('are not asked again about a stage that only came back', () => {
    const own = `[{ id: thanks, since: '2000-01-01', on: { tagged: [已成交] }, do: [{ task: { title: 致谢, to: owner, due: 1 } }] }]`;
    const mei = answered(written(own));
    mei.pays('O1');
    mei.pays('O2');
    mei.refunds('O2');
    expect(mei.stage()).toBe('won');
    expect(mei.life.at(20 * HOUR).tasks).toHaveLength(1);
  });
});

describe('a stage that a person took off lately', () => {
  it('is only suggested, and a payment for both leads to the one before it', () => {
    const mei = answered();
    for (const id of ['O1', 'O2']) mei.pays(id);
    mei.takesOff('repeat_customer');
    expect(mei.stage()).toBeNull();
    mei.pays('O3');
    expect(mei.stage()).toBe('won');
    expect(mei.life.suggests(20 * HOUR)).toContain('repeat_customer');
  });

  it('is not even suggested to somebody who stands further on', () => {
    const mei = answered();
    mei.takesOff('contacted');
    mei.pays('O1');
    mei.replies('在的');
    expect(mei.stage()).toBe('won');
    expect(mei.life.suggests(20 * HOUR)).toEqual([]);
  });
});
