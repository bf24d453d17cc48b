import { describe, expect, it } from 'vitest';
import { findCustomer } from '../src/commands/find-customer.ts';
import { exportState } from '../src/transfer/export-state.ts';
import { DAY, feed, happens, MINUTE, START, says } from './support/lines.ts';
import { openStreet, type Street } from './support/open-street.ts';
import { tellingTags } from './support/telling-tags.ts';

const carried = async ({ app }: Street, customer: string): Promise<string[]> => {
  const { state } = await findCustomer({ app, atHand: null }, customer);
  return tellingTags(state, app.inForce.tree());
};

const exported = async ({ app }: Street): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportState(app)) lines.push(line);
  return lines;
};

describe('the walk of one event', () => {
  it('tags a customer who asks for a price, with the words as the reason', async () => {
    const street = await openStreet();
    await feed(street.app, [says('mei', '这个多少钱？')]);
    expect(await carried(street, 'mei')).toEqual(['ask_price']);
    const { state } = await findCustomer({ app: street.app, atHand: null }, 'mei');
    const [cause] = state.tags['ask_price']?.causes ?? [];
    expect(cause).toMatchObject({ kind: 'pack', id: 'ask_price', since: START, until: START + 30 * DAY, count: 1 });
    const [from = 0, to = 0] = cause?.evidence[0]?.span ?? [];
    expect('这个多少钱？'.slice(from, to)).toBe('多少钱');
    expect(street.troubles).toEqual([]);
  });

  it('lets the tag go thirty days after the last hit, to the millisecond', async () => {
    const street = await openStreet();
    await feed(street.app, [says('mei', '这个多少钱？')], { until: START + 30 * DAY - 1 });
    expect(await carried(street, 'mei')).toContain('ask_price');
    await feed(street.app, [{ tick: new Date(START + 30 * DAY).toISOString() }]);
    expect(await carried(street, 'mei')).toEqual(['silent']);
  });

  it('calls a customer silent at exactly thirty days, until they write again', async () => {
    const street = await openStreet();
    await feed(street.app, [says('mei', '你好')], { until: START + 30 * DAY });
    expect(await carried(street, 'mei')).toEqual(['silent']);
    await feed(street.app, [says('mei', '在吗', START + 31 * DAY)]);
    expect(await carried(street, 'mei')).toEqual([]);
  });

  it('needs two mentions within seven days for a soft topic', async () => {
    const street = await openStreet();
    await feed(street.app, [says('mei', '太贵了'), says('bo', '太贵了'), says('bo', '还是太贵了', START + 8 * DAY)]);
    expect(await carried(street, 'mei')).toEqual([]);
    expect(await carried(street, 'bo')).toEqual([]);
    await feed(street.app, [says('bo', '真的太贵了', START + 9 * DAY)]);
    expect(await carried(street, 'bo')).toEqual(['price_sensitive']);
  });

  it('takes back what a recalled message said, and reads an edited one anew', async () => {
    const street = await openStreet();
    const asked = says('mei', '多少钱', START, { id: 'm-asked' });
    const wanted = says('bo', '多少钱', START, { id: 'm-wanted' });
    await feed(street.app, [asked, wanted]);
    await feed(street.app, [
      happens('mei', 'recall', { message: 'm-asked' }, START + MINUTE, { conversation: 'c-mei' }),
      happens('bo', 'edit', { message: 'm-wanted', text: '开个发票' }, START + MINUTE),
    ]);
    expect(await carried(street, 'mei')).toEqual([]);
    expect(await carried(street, 'bo')).toEqual(['invoice']);
    expect((await findCustomer({ app: street.app, atHand: null }, 'mei')).state.interactions).toBe(1);
  });

  it('joins the identities of one person by their key, in whichever order they come', async () => {
    const first = await openStreet();
    const second = await openStreet();
    const lines = [
      says('u1', '多少钱', START, { id: 'a' }),
      happens('s77', 'order', { order: 'O1', amount: 5000 }, START + MINUTE, {
        id: 'b',
        channel: 'shop',
        customer: { id: 's77', key: 'mei' },
      }),
      says('u1', '开发票', START + 2 * MINUTE, { id: 'c', customer: { id: 'u1', name: 'Mei', key: 'mei' } }),
    ];
    await feed(first.app, lines);
    for (const line of [...lines].reverse()) await feed(second.app, [line]);
    expect(await exported(first)).toHaveLength(1);
    expect(await exported(second)).toEqual(await exported(first));
    expect(await carried(first, 's77')).toEqual(['ask_price', 'invoice']);
  });

  it('changes nothing when the same lines come twice', async () => {
    const street = await openStreet();
    const lines = [
      says('mei', '多少钱'),
      { at: new Date(START).toISOString(), channel: 'web', customer: { id: 'x' }, from: 'customer', text: '发票' },
    ];
    const first = await feed(street.app, lines);
    const before = await exported(street);
    const second = await feed(street.app, lines);
    expect(first).toMatchObject({ messages: 2, duplicates: 0 });
    expect(second).toMatchObject({ messages: 0, duplicates: 2 });
    expect(await exported(street)).toEqual(before);
  });
});
