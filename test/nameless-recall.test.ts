import { expect, it } from 'vitest';
import { feed, iso, MINUTE, START, says } from './support/lines.ts';
import { openStreet } from './support/open-street.ts';

const aimedAt = (message: string, at: number, event: string, more: object = {}): object => ({
  ...{ id: `${event}-${message}`, at: iso(at), channel: 'wecom', conversation: 'c', event },
  data: { message, ...more },
});

it('takes back and rewords what was said a moment ago, also where the platform only names the message', async () => {
  const { app } = await openStreet();
  const lines = Array.from({ length: 60 }, (_, n) => {
    const at = START + n * MINUTE;
    const said = says(`r${n}`, '这个多少钱？', at, { id: `q${n}`, conversation: 'c' });
    return [said, n % 2 === 0 ? aimedAt(`q${n}`, at + 1, 'recall') : aimedAt(`q${n}`, at + 1, 'edit', { text: '开个发票' })];
  }).flat();
  expect(await feed(app, lines)).toMatchObject({ messages: 60, events: 60, duplicates: 0, unreadable: 0 });
  expect(await app.store.customers.count({ tagIds: 'ask_price' })).toBe(0);
  expect(await app.store.customers.count({ tagIds: 'invoice' })).toBe(30);
});
