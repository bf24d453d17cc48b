import { describe, expect, it } from 'vitest';
import { shippedInForce } from './support/in-force.ts';
import { createLife } from './support/life.ts';
import { DAY, MINUTE } from './support/lines.ts';

const inForce = await shippedInForce();
const life = () => createLife(inForce);

describe('a tagging has causes', () => {
  it('stays while one holds: a person keeps what the pack lets go', () => {
    const mei = life();
    mei.says('这个多少钱');
    mei.changes({ add: ['ask_price'] }, DAY);
    expect(mei.at(31 * DAY).tags['ask_price']?.causes.map(({ kind }) => kind)).toEqual(['person']);
    expect(mei.at(31 * DAY).tags['ask_price']?.since).toBe(mei.at(0).tags['ask_price']?.since);
  });

  it('counts the time to live from the last hit', () => {
    const mei = life();
    mei.says('这个多少钱');
    mei.says('那个多少钱', 20 * DAY);
    expect(mei.carries(50 * DAY - 1)).toContain('ask_price');
    expect(mei.carries(50 * DAY)).not.toContain('ask_price');
  });

  it('lets an urgent wish go after a week, a complaint after a month, and remembers that there was one', () => {
    const mei = life();
    mei.says('很急，我要投诉你们');
    expect(mei.carries(0)).toEqual(['complained', 'ever_complained', 'urgent']);
    expect(mei.carries(7 * DAY)).toEqual(['complained', 'ever_complained']);
    expect(mei.carries(30 * DAY)).toEqual(['ever_complained', 'silent']);
  });
});

describe('whose words count', () => {
  it.each([
    ['an agent', (mei: ReturnType<typeof life>) => mei.agentSays('给您报价，多少钱都好说，发票也开')],
    ['a forwarded message', (mei: ReturnType<typeof life>) => mei.says('这个多少钱', 0, { forwarded: true })],
    ['a quotation', (mei: ReturnType<typeof life>) => mei.says('好的', 0, { quote: '这个多少钱' })],
    ['a friend', (mei: ReturnType<typeof life>) => mei.says('我朋友想要报价')],
    ['somebody who does not want it', (mei: ReturnType<typeof life>) => mei.says('不用报价')],
  ])('not %s', (_who, speaks) => {
    const mei = life();
    speaks(mei);
    expect(mei.carries(0)).toEqual([]);
  });

  it('the customer, also in a question', () => {
    const mei = life();
    mei.says('可不可以退货');
    expect(mei.carries(0)).toEqual(['refund']);
  });

  it('one message is one hit, however often it mentions the topic; the same words under two ids are two', () => {
    const mei = life();
    mei.says('太贵了太贵了，真的太贵了');
    expect(mei.carries(0)).toEqual([]);
    mei.says('太贵了太贵了，真的太贵了', MINUTE);
    expect(mei.carries(MINUTE)).toEqual(['price_sensitive']);
  });

  it('a hit exactly seven days old is out of a window of seven days', () => {
    const mei = life();
    mei.says('太贵了');
    mei.says('太贵了', 7 * DAY);
    expect(mei.carries(7 * DAY)).toEqual([]);
    mei.says('太贵了', 14 * DAY - 1);
    expect(mei.carries(14 * DAY - 1)).toEqual(['price_sensitive']);
  });
});

describe('a refusal', () => {
  it('ends the demand it names, and a later wish brings it back', () => {
    const mei = life();
    mei.says('给我们报个价吧');
    mei.says('不用报价了', MINUTE);
    expect(mei.carries(MINUTE)).toEqual([]);
    mei.says('还是给我们报个价吧', 2 * MINUTE);
    expect(mei.carries(2 * MINUTE)).toEqual(['request_quote']);
  });

  it('leaves what a person set', () => {
    const mei = life();
    mei.changes({ add: ['request_quote'] });
    mei.says('不用报价了', MINUTE);
    expect(mei.carries(MINUTE)).toEqual(['request_quote']);
  });

  it('a bare 不用了 is about what was just offered', () => {
    const mei = life();
    mei.says('给我们报个价吧');
    mei.says('发票怎么开', MINUTE);
    mei.agentSays('要不要现在给您报个价？', 2 * MINUTE);
    mei.says('不用了', 3 * MINUTE);
    expect(mei.carries(3 * MINUTE)).toEqual(['invoice']);
  });
});

describe('a rejection', () => {
  it('sticks for the same evidence, suggests for new evidence within thirty days, and is forgotten later', () => {
    const mei = life();
    mei.says('这个多少钱');
    mei.changes({ remove: ['ask_price'] }, MINUTE);
    expect(mei.carries(MINUTE)).toEqual([]);
    mei.says('那个多少钱', 10 * DAY);
    expect(mei.carries(10 * DAY)).toEqual([]);
    expect(mei.suggests(10 * DAY)).toEqual(['ask_price']);
    mei.says('这款多少钱', 30 * DAY + MINUTE);
    expect(mei.carries(30 * DAY + MINUTE)).toEqual(['ask_price']);
    expect(mei.suggests(30 * DAY + MINUTE)).toEqual([]);
  });

  it('ends when a person adds the tag', () => {
    const mei = life();
    mei.says('这个多少钱');
    mei.changes({ remove: ['ask_price'] }, MINUTE);
    mei.changes({ add: ['ask_price'] }, 2 * MINUTE);
    mei.changes({ remove: ['ask_price'] }, 3 * MINUTE);
    mei.says('那个多少钱', 4 * MINUTE);
    expect(mei.carries(4 * MINUTE)).toEqual(['ask_price']);
  });

  it('of a state rule lasts for the episode', () => {
    const mei = life();
    mei.says('在吗');
    mei.changes({ remove: ['silent'] }, 31 * DAY);
    expect(mei.carries(31 * DAY)).toEqual([]);
    expect(mei.carries(60 * DAY)).toEqual([]);
    mei.says('在吗', 61 * DAY);
    expect(mei.carries(91 * DAY)).toEqual(['silent']);
  });

  it('is none when a person takes back their own tag', () => {
    const mei = life();
    mei.changes({ add: ['ask_price'] });
    mei.changes({ remove: ['ask_price'] }, MINUTE);
    mei.says('多少钱', 2 * MINUTE);
    expect(mei.carries(2 * MINUTE)).toEqual(['ask_price']);
  });
});

describe('exclusive groups and restricted tags', () => {
  it('replace the other tag, and one undo brings it back', () => {
    const mei = life();
    mei.changes({ add: ['high_potential'] });
    const command = mei.changes({ add: ['regular'] }, MINUTE);
    expect(mei.carries(MINUTE)).toEqual(['regular']);
    mei.changes({ undo: command }, 2 * MINUTE);
    expect(mei.carries(2 * MINUTE)).toEqual(['high_potential']);
  });

  it('refuse the whole change when the other tag may not go', () => {
    const mei = life();
    mei.changes({ add: ['vip'] }, 0, 'manager');
    mei.changes({ add: ['regular', 'urgent'] }, MINUTE, 'agent');
    expect(mei.carries(MINUTE)).toEqual(['vip']);
    mei.changes({ add: ['regular'] }, 2 * MINUTE, 'manager');
    expect(mei.carries(2 * MINUTE)).toEqual(['regular']);
  });
});

describe('caps', () => {
  it('refuse what is asked when there is no room, but never what was accepted once', async () => {
    const mei = createLife(await shippedInForce('caps: {perCustomer: 2}'));
    mei.changes({ add: ['website', 'referred'] });
    const command = mei.changes({ remove: ['referred'] }, MINUTE);
    mei.changes({ add: ['vip'] }, 2 * MINUTE, 'manager');
    mei.changes({ undo: command }, 3 * MINUTE);
    expect(mei.carries(3 * MINUTE)).toEqual(['referred', 'vip', 'website']);
    mei.says('这个多少钱', 4 * MINUTE);
    expect(mei.carries(4 * MINUTE)).not.toContain('ask_price');
  });
});

describe('silence', () => {
  it('begins at exactly thirty days, is not ended by us, and ends at the customer’s next act', () => {
    const mei = life();
    mei.says('在吗');
    expect(mei.carries(30 * DAY - 1)).toEqual([]);
    expect(mei.carries(30 * DAY)).toEqual(['silent']);
    mei.agentSays('好久不见', 31 * DAY);
    expect(mei.carries(31 * DAY)).toEqual(['silent']);
    mei.happens('form', {}, 32 * DAY);
    expect(mei.carries(32 * DAY)).toEqual([]);
    expect(mei.carries(62 * DAY)).toEqual(['silent']);
  });

  it('counts from the creation of a customer who never did anything', () => {
    const mei = life();
    mei.agentSays('您好，我是小李');
    expect(mei.carries(30 * DAY)).toEqual(['silent']);
  });
});

describe('interactions', () => {
  it('are messages less than half an hour apart in one conversation, and each act by itself', () => {
    const mei = life();
    mei.says('在吗');
    mei.says('我想问下', 29 * MINUTE);
    mei.says('还在吗', 58 * MINUTE);
    mei.says('你好', 88 * MINUTE);
    mei.happens('order', { order: 'O1', amount: 5 }, 89 * MINUTE);
    mei.happens('quote', { quote: 'Q1', amount: 5 }, 90 * MINUTE);
    expect(mei.at(90 * MINUTE).interactions).toBe(3);
  });
});
