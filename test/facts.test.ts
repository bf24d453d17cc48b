import { describe, expect, it } from 'vitest';
import { factsOf } from '../src/domain/facts.ts';
import { shippedInForce } from './support/in-force.ts';
import { createLife } from './support/life.ts';
import { DAY, MINUTE, START } from './support/lines.ts';

const inForce = await shippedInForce();
const life = () => createLife(inForce);
const HOUR = 60 * MINUTE;

/** The tag that somebody carries of a group. */
const one = (mei: ReturnType<typeof life>, group: string, after: number): string | undefined =>
  Object.keys(mei.at(after).tags).find((id) => inForce.tree().isWithin(id, group));

describe('活跃度: at least three interactions in thirty days', () => {
  it('is high at the third, and falls off the instant the third newest is thirty days old', () => {
    const mei = life();
    mei.happens('visit', { url: '/' }, 0);
    mei.happens('visit', { url: '/' }, DAY);
    expect(one(mei, 'activity', DAY)).toBe('less_active');
    mei.happens('visit', { url: '/' }, 2 * DAY);
    expect(one(mei, 'activity', 2 * DAY)).toBe('highly_active');
    expect(one(mei, 'activity', 30 * DAY - 1)).toBe('highly_active');
    expect(one(mei, 'activity', 30 * DAY)).toBe('less_active');
    expect(one(mei, 'activity', 32 * DAY - 1)).toBe('less_active');
    expect(one(mei, 'activity', 32 * DAY)).toBe('inactive');
  });

  it('counts messages close to one another once, dated by the first of them; ours and receipts count nothing', () => {
    const mei = life();
    for (const after of [0, 10, 20, 49]) mei.says('在吗', after * MINUTE);
    expect(one(mei, 'activity', HOUR)).toBe('less_active');
    for (const after of [2, 3, 4]) mei.agentSays('在的', after * HOUR);
    mei.happens('profile', { city: '上海' }, 5 * HOUR);
    expect(one(mei, 'activity', 5 * HOUR)).toBe('less_active');
    expect(one(mei, 'activity', 30 * DAY - 1)).toBe('less_active');
    expect(one(mei, 'activity', 30 * DAY)).toBe('inactive');
  });

  it('begins at once for somebody whom only we wrote to', () => {
    const mei = life();
    mei.agentSays('您好');
    expect(one(mei, 'activity', 0)).toBe('inactive');
  });
});

describe('高价值: more than 10 000 in 365 days', () => {
  const spent = (...amounts: number[]) => {
    const mei = life();
    for (const [n, amount] of amounts.entries()) mei.happens('order', { order: `O${n}`, amount, currency: 'CNY' }, n * DAY);
    return mei;
  };

  it('10 000.00 is not, 10 000.01 is', () => {
    expect(spent(10_000).carries(0)).not.toContain('high_value');
    expect(spent(10_000.01).carries(0)).toContain('high_value');
    expect(spent(4_000.5, 5_999.5).carries(DAY)).not.toContain('high_value');
    expect(spent(4_000.5, 5_999.51).carries(DAY)).toContain('high_value');
  });

  it('leaves when an order is exactly 365 days old', () => {
    const mei = spent(6_000, 6_000);
    expect(mei.carries(365 * DAY - 1)).toContain('high_value');
    expect(mei.carries(365 * DAY)).not.toContain('high_value');
  });

  it('counts an order by its payments where it has some, at their dates, less what was refunded', () => {
    const mei = life();
    mei.happens('order', { order: 'O1', amount: 20_000, currency: 'CNY' });
    mei.happens('payment', { order: 'O1', amount: 9_000, currency: 'CNY' }, DAY);
    expect(mei.carries(DAY)).not.toContain('high_value');
    mei.happens('payment', { order: 'O1', amount: 3_000, currency: 'CNY' }, 10 * DAY);
    expect(mei.carries(10 * DAY)).toContain('high_value');
    mei.happens('refund', { order: 'O1', amount: 2_000 }, 11 * DAY);
    expect(mei.carries(11 * DAY)).not.toContain('high_value');
  });

  it('does not count a cancelled unpaid order, nor another currency without a rate; a payment without an order counts', async () => {
    const mei = spent(12_000);
    mei.happens('order_cancelled', { order: 'O0' }, DAY);
    expect(mei.carries(DAY)).not.toContain('high_value');
    mei.happens('payment', { amount: 9_999, currency: 'USD' }, 2 * DAY);
    expect(mei.carries(2 * DAY)).not.toContain('high_value');
    mei.happens('payment', { amount: 10_000.01, currency: 'CNY' }, 3 * DAY);
    expect(mei.carries(3 * DAY)).toContain('high_value');
    const bo = createLife(await shippedInForce('rates: {USD: 7}'));
    bo.happens('payment', { amount: 1_428.58, currency: 'USD' });
    expect(bo.carries(0)).toContain('high_value');
  });
});

describe('购买频次', () => {
  it('counts distinct orders in 365 days: never, sometimes, often at four', () => {
    const mei = life();
    mei.says('你好');
    expect(one(mei, 'purchase_frequency', 0)).toBe('buys_never');
    for (const n of [1, 2, 3]) mei.happens('order', { order: `O${n}`, amount: 10 }, n * DAY);
    mei.happens('order', { order: 'O3', amount: 12 }, 4 * DAY);
    expect(one(mei, 'purchase_frequency', 4 * DAY)).toBe('buys_sometimes');
    mei.happens('order', { order: 'O4', amount: 10 }, 5 * DAY);
    expect(one(mei, 'purchase_frequency', 5 * DAY)).toBe('buys_often');
    expect(one(mei, 'purchase_frequency', 366 * DAY - 1)).toBe('buys_often');
    expect(one(mei, 'purchase_frequency', 366 * DAY)).toBe('buys_sometimes');
    mei.happens('order_cancelled', { order: 'O4' }, 6 * DAY);
    expect(one(mei, 'purchase_frequency', 6 * DAY)).toBe('buys_sometimes');
  });
});

describe('行为阶段', () => {
  const stage = (mei: ReturnType<typeof life>, after: number) => one(mei, 'stage', after);

  it('moves on with the first reply, a wish for a quote, a quote, a payment and a second order', () => {
    const mei = life();
    mei.says('你好');
    expect(stage(mei, 0)).toBeUndefined();
    mei.agentSays('您好', MINUTE);
    expect(stage(mei, MINUTE)).toBe('contacted');
    mei.says('给我们报个价吧', HOUR);
    expect(stage(mei, HOUR)).toBe('needs_confirmed');
    mei.happens('quote', { quote: 'Q1', amount: 5000 }, 2 * HOUR);
    expect(stage(mei, 2 * HOUR)).toBe('quoting');
    mei.says('我们预算五万', 3 * HOUR);
    expect(stage(mei, 3 * HOUR)).toBe('quoting');
    mei.happens('payment', { order: 'O1', amount: 5000 }, 4 * HOUR);
    expect(stage(mei, 4 * HOUR)).toBe('won');
    mei.happens('order', { order: 'O2', amount: 10 }, 5 * HOUR);
    expect(stage(mei, 5 * HOUR)).toBe('repeat_customer');
  });

  it('may skip: a payment makes a new customer 已成交, and a second order on the same day 复购客户', () => {
    const mei = life();
    mei.happens('payment', { order: 'O1', amount: 10 });
    expect(stage(mei, 0)).toBe('won');
    mei.happens('payment', { order: 'O2', amount: 10 }, MINUTE);
    expect(stage(mei, MINUTE)).toBe('repeat_customer');
  });

  it('goes back for a new quote, and the next payment brings it on again', () => {
    const mei = life();
    mei.happens('payment', { order: 'O1', amount: 10 });
    mei.happens('quote', { quote: 'Q2', amount: 10 }, DAY);
    expect(stage(mei, DAY)).toBe('quoting');
    mei.happens('payment', { order: 'O1', amount: 10 }, 2 * DAY);
    expect(stage(mei, 2 * DAY)).toBe('won');
    mei.happens('order', { order: 'O2', amount: 10 }, 3 * DAY);
    mei.happens('quote', { quote: 'Q3', amount: 10 }, 4 * DAY);
    expect(stage(mei, 4 * DAY)).toBe('quoting');
    mei.happens('payment', { order: 'O2', amount: 10 }, 5 * DAY);
    expect(stage(mei, 5 * DAY)).toBe('repeat_customer');
  });

  it('keeps its beginning when the stage held is set again', () => {
    const mei = life();
    mei.happens('quote', { quote: 'Q1', amount: 10 });
    const { since } = mei.at(0).tags['quoting'] ?? {};
    mei.happens('quote', { quote: 'Q2', amount: 10 }, DAY);
    expect(mei.at(DAY).tags['quoting']?.since).toBe(since);
  });

  it('takes a move back when its order is cancelled or refunded in full, unless something moved it since', () => {
    const mei = life();
    mei.says('你好');
    mei.agentSays('您好', MINUTE);
    mei.happens('payment', { order: 'O1', amount: 100 }, HOUR);
    mei.happens('refund', { order: 'O1', amount: 60 }, 2 * HOUR);
    expect(stage(mei, 2 * HOUR)).toBe('won');
    mei.happens('refund', { order: 'O1', amount: 40 }, 3 * HOUR);
    expect(stage(mei, 3 * HOUR)).toBe('contacted');
    const bo = life();
    bo.happens('payment', { order: 'O1', amount: 100 });
    bo.happens('order', { order: 'O2', amount: 5 }, HOUR);
    bo.happens('order_cancelled', { order: 'O2' }, 2 * HOUR);
    expect(stage(bo, 2 * HOUR)).toBe('won');
    bo.changes({ add: ['repeat_customer'] }, 3 * HOUR);
    bo.happens('refund', { order: 'O1', amount: 100 }, 4 * HOUR);
    expect(stage(bo, 4 * HOUR)).toBe('repeat_customer');
  });

  it('leaves where a person put it, but for a later event that leads forward', () => {
    const mei = life();
    mei.changes({ add: ['quoting'] });
    mei.says('给我们报个价吧', MINUTE);
    expect(stage(mei, MINUTE)).toBe('quoting');
    mei.happens('payment', { order: 'O1', amount: 10 }, HOUR);
    expect(stage(mei, HOUR)).toBe('won');
  });

  it('goes back with the message that it rested on', () => {
    const mei = life();
    mei.says('你好');
    const said = mei.says('给我们报个价吧', HOUR);
    expect(stage(mei, HOUR)).toBe('needs_confirmed');
    mei.happens('recall', { message: said.split('/').at(-1) }, 2 * HOUR);
    expect(stage(mei, 2 * HOUR)).toBeUndefined();
  });
});

describe('待催单: a quote open for more than three days', () => {
  const tasks = (mei: ReturnType<typeof life>, after: number) =>
    mei.at(after).tasks.map(({ about, state, owner }) => [about?.split('@')[0], state, owner]);

  it('comes a millisecond after 72 hours with one task to the owner, and goes with the answer', () => {
    const mei = life();
    mei.happens('quote', { quote: 'Q1', amount: 5000, owner: 'li' });
    expect(mei.carries(3 * DAY)).not.toContain('chase_quote');
    expect(mei.carries(3 * DAY + 1)).toContain('chase_quote');
    expect(tasks(mei, 5 * DAY)).toEqual([['Q1', 'open', 'li']]);
    mei.says('我再想想', 6 * DAY);
    mei.agentSays('好的', 6 * DAY + 1);
    expect(mei.carries(6 * DAY + 1)).toContain('chase_quote');
    mei.happens('quote_answered', { quote: 'Q1' }, 7 * DAY);
    expect(mei.carries(7 * DAY)).not.toContain('chase_quote');
    expect(tasks(mei, 7 * DAY)).toEqual([['Q1', 'resolved', 'li']]);
  });

  it('a new version starts the clock anew, a second quote has its own', () => {
    const mei = life();
    mei.happens('quote', { quote: 'Q1', amount: 5000 });
    mei.happens('quote', { quote: 'Q1', amount: 4500 }, 2 * DAY);
    expect(mei.carries(4 * DAY)).not.toContain('chase_quote');
    mei.happens('quote', { quote: 'Q2', amount: 100 }, 4 * DAY);
    expect(tasks(mei, 6 * DAY).map(([quote]) => quote)).toEqual(['Q1']);
    expect(tasks(mei, 8 * DAY).map(([quote]) => quote)).toEqual(['Q1', 'Q2']);
    mei.happens('quote_withdrawn', { quote: 'Q1' }, 9 * DAY);
    expect(mei.carries(9 * DAY)).toContain('chase_quote');
    expect(tasks(mei, 9 * DAY).map(([, state]) => state)).toEqual(['resolved', 'open']);
  });

  it('a payment naming the quote or its order ends it, so does leaving the stage', () => {
    for (const paying of [
      { quote: 'Q1', amount: 1 },
      { order: 'O1', amount: 1 },
    ]) {
      const mei = life();
      mei.happens('quote', { quote: 'Q1', amount: 1, order: 'O1' });
      mei.happens('payment', paying, 4 * DAY);
      expect(mei.carries(4 * DAY)).not.toContain('chase_quote');
      expect(mei.at(4 * DAY).quotes[0]?.state).toBe('paid');
    }
    const bo = life();
    bo.happens('quote', { quote: 'Q1', amount: 1 });
    bo.changes({ add: ['needs_confirmed'] }, 4 * DAY);
    expect(bo.carries(4 * DAY)).not.toContain('chase_quote');
  });

  it('counts from the stage where there is no quote record', () => {
    const mei = life();
    mei.changes({ add: ['quoting'] });
    expect(mei.carries(3 * DAY)).not.toContain('chase_quote');
    expect(mei.carries(3 * DAY + 1)).toContain('chase_quote');
  });

  it('taken off by a person, it is silent for this episode only, and its task goes with it', () => {
    const mei = life();
    mei.happens('quote', { quote: 'Q1', amount: 1 });
    mei.changes({ remove: ['chase_quote'] }, 4 * DAY);
    expect(tasks(mei, 4 * DAY)).toEqual([['Q1', 'resolved', null]]);
    expect(mei.carries(10 * DAY)).not.toContain('chase_quote');
    mei.happens('quote', { quote: 'Q1', amount: 2 }, 11 * DAY);
    expect(mei.carries(14 * DAY + 1)).toContain('chase_quote');
  });
});

describe('what the profile and people say', () => {
  it('an imported last contact counts for 静默 at once, without waiting for a due moment', () => {
    const mei = life();
    mei.happens('profile', { lastContactAt: new Date(START - 40 * DAY).toISOString() });
    mei.happens('profile', { city: '杭州' }, DAY);
    expect(mei.carries(DAY)).toEqual(['silent']);
    mei.happens('profile', { lastContactAt: new Date(START).toISOString() }, 2 * DAY);
    expect(mei.carries(2 * DAY)).toEqual([]);
  });

  it('a stage that a quote led to does not rest on the order that the quote names', () => {
    const mei = life();
    mei.happens('quote', { quote: 'Q1', amount: 10, order: 'O1' });
    mei.happens('order_cancelled', { order: 'O1' }, DAY);
    expect(one(mei, 'stage', DAY)).toBe('quoting');
  });

  it('a tag that a rule set for one event and a person took off comes back with a later one, first as a suggestion', () => {
    const mei = life();
    mei.happens('visit', { url: '/' });
    mei.changes({ remove: ['website'] }, DAY);
    mei.happens('visit', { url: '/' }, 2 * DAY);
    expect(mei.carries(2 * DAY)).toEqual([]);
    expect(mei.suggests(2 * DAY)).toEqual(['website']);
    mei.happens('visit', { url: '/' }, 31 * DAY + MINUTE);
    expect(mei.carries(31 * DAY + MINUTE)).toEqual(['website']);
  });
});

describe('ratings, visits, referrals, 意向-高', () => {
  it('a rating of two or less complains, remembers it and is not satisfied', () => {
    const mei = life();
    mei.happens('rating', { score: 3 });
    expect(mei.carries(0)).toEqual([]);
    mei.happens('rating', { score: 2 }, DAY);
    expect(mei.carries(DAY)).toEqual(['complained', 'dissatisfied', 'ever_complained']);
    expect(mei.carries(31 * DAY - 1)).toContain('complained');
    expect(mei.carries(31 * DAY)).not.toContain('complained');
    expect(mei.carries(400 * DAY)).toContain('ever_complained');
  });

  it('a visit comes from the website, a referral makes a referrer', () => {
    const mei = life();
    mei.happens('visit', { url: 'https://example.com/' });
    mei.happens('referral', {}, MINUTE);
    expect(mei.carries(MINUTE)).toEqual(['referrer', 'website']);
  });

  it('two different strong wishes in fourteen days, without a later refusal', () => {
    const mei = life();
    mei.says('这个多少钱？');
    mei.says('多少钱一套', DAY);
    expect(mei.carries(DAY)).not.toContain('intent_high');
    mei.says('给我们报个价吧', 2 * DAY);
    expect(mei.carries(2 * DAY)).toContain('intent_high');
    expect(mei.carries(15 * DAY - 1)).toContain('intent_high');
    expect(mei.carries(15 * DAY)).not.toContain('intent_high');
    mei.says('不用报价了', 3 * DAY);
    expect(mei.carries(3 * DAY)).not.toContain('intent_high');
  });
});

describe('refunds', () => {
  const spent = (mei: ReturnType<typeof life>, after: number) => factsOf(mei.at(after), START + after);

  it('are in the currency of their order where they do not say which, and end the order also where no rate is known', () => {
    const mei = life();
    mei.happens('payment', { order: 'O1', amount: 100, currency: 'EUR' });
    expect(spent(mei, 0)).toMatchObject({ orders: 1, totalSpend: 0 });
    expect(one(mei, 'stage', 0)).toBe('won');
    mei.happens('refund', { order: 'O1', amount: 60 }, DAY);
    expect(spent(mei, DAY).orders).toBe(1);
    mei.happens('refund', { order: 'O1', amount: 40, currency: 'EUR' }, 2 * DAY);
    expect(spent(mei, 2 * DAY).orders).toBe(0);
    expect(one(mei, 'stage', 2 * DAY)).toBeUndefined();
  });

  it('of an unpaid order take its currency too', () => {
    const mei = life();
    mei.happens('order', { order: 'O1', amount: 2.345, currency: 'KWD' });
    mei.happens('refund', { order: 'O1', amount: 2.345 }, DAY);
    expect(spent(mei, DAY).orders).toBe(0);
  });
});
