// What a visit and a message cost with few products and with many: `npx tsx bench/visits.ts`.
import { createCatalogue } from '../src/domain/catalogue.ts';
import type { Product } from '../src/domain/product.ts';
import { emptyState } from '../src/fold/empty-state.ts';
import { step } from '../src/fold/fold.ts';
import { readWords } from '../src/inbox/read-words.ts';
import { toEvent } from '../src/inbox/to-event.ts';
import { shippedInForce } from '../test/support/in-force.ts';
import { threadTime } from './support/thread-time.ts';

const EVENTS = 4_000;
const START = Date.parse('2026-03-01T09:00:00+08:00');

const product = (n: number): Product => ({
  ...{
    id: `p${n}`,
    name: `云台${n}号`,
    aliases: [`gimbal ${n}`],
    archived: false,
    urls: [`*/gimbal-${n}*`, `*/item.htm?*id=${n}`],
  },
  models: [{ id: `g${n}`, name: `G-${n}`, aliases: [], archived: false }],
});

const sold = (count: number) => Array.from({ length: count }, (_, n) => product(n));

const incoming = (n: number, body: object) => ({
  ...{
    id: `e${n}`,
    at: START + n * 60_000,
    channel: 'shop',
    account: '',
    conversation: 'c',
    from: 'customer',
    agent: null,
    extra: {},
  },
  customer: { id: 'mei', name: null, key: null },
  body,
});

const visit = (n: number) =>
  incoming(n, {
    kind: 'fact',
    name: 'visit',
    data: { url: `https://shop.example.com/cn/c/${n % 97}/gimbal-${n % 9}?utm_source=wx&n=${n}` },
  });
const message = (n: number) =>
  incoming(n, {
    kind: 'message',
    text: ['你好，云台3号多少钱', '算了都不要了', 'gimbal 7 有货吗'][n % 3],
    quote: null,
    forwarded: false,
  });

/** Microseconds an event: read, and folded one after another into customers who see a hundred each. */
const cost = async (count: number, make: (n: number) => object): Promise<number> => {
  const inForce = await shippedInForce();
  inForce.replace({ library: { ...inForce.library(), products: sold(count) } });
  const rules = inForce.rules();
  const run = (events: number) => {
    let state = emptyState();
    for (let n = 0; n < events; n += 1) {
      if (n % 100 === 0) state = emptyState();
      const event = readWords(
        toEvent(make(n) as never, 0, () => 0),
        inForce.matcher(),
      );
      step(state, { event, reading: event.reading ?? null, words: event._id, recalled: false, asked: true }, rules);
    }
  };
  run(EVENTS);
  const began = threadTime();
  run(EVENTS);
  return (threadTime() - began) / EVENTS / 1000;
};

const look = (count: number): number => {
  const { subjects } = createCatalogue(sold(count));
  const began = threadTime();
  for (let n = 0; n < EVENTS; n += 1)
    subjects({ url: `https://shop.example.com/cn/c/${n % 97}/gimbal-${n % 9}?utm_source=wx&n=${n}` });
  return (threadTime() - began) / EVENTS / 1000;
};

process.stdout.write('products   look-up     visit   message   (µs each)\n');
for (const count of [0, 10, 1_000, 10_000]) {
  const row = [look(count), await cost(count, visit), await cost(count, message)].map((time) => time.toFixed(1).padStart(9));
  process.stdout.write(`${String(count).padStart(8)} ${row.join(' ')}\n`);
}
