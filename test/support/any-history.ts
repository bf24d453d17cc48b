import fc from 'fast-check';
import type { Body, KeptEvent } from '../../src/domain/event.ts';
import type { Matcher } from '../../src/match/matcher.ts';
import { DAY, MINUTE, START } from './lines.ts';

const WORDS = [
  '你好',
  '这个多少钱',
  '给我们报个价吧',
  '先不买了',
  '不用报价了',
  '太贵了',
  '我要投诉',
  '开发票',
  '不用了',
  '好的',
  'too expensive',
  'please send me a quote',
  '竞品怎么样，和别家比呢',
  '我们预算五万左右',
  '可以先试用一下吗',
  '很急，明天要用',
  '算了',
  '',
] as const;

const OFFERS = ['要不要给您报个价？', '好的稍等', '需要发资料吗'] as const;
const TAGS = ['vip', 'regular', 'high_potential', 'ask_price', 'silent', 'request_quote', 'complained'] as const;
/** Tags and stages that rules set, which a person may set or take off too. */
const RULED = ['highly_active', 'high_value', 'chase_quote', 'needs_confirmed', 'quoting', 'won', 'loyal'] as const;
const AMOUNTS = [0, 99.9, 4_000, 5_999.99, 6_000, 10_000, 10_000.01] as const;

const at = fc.oneof(
  fc.integer({ min: 0, max: 90 * 24 }).map((hours) => START + hours * 60 * MINUTE),
  fc.integer({ min: 0, max: 3 }).map((months) => START + months * 30 * DAY),
  // Close together: many within one second, and at one and the same time.
  fc.integer({ min: 0, max: 20 }).map((step) => START + 100 * step),
);

const message = (from: 'customer' | 'agent', words: readonly string[]): fc.Arbitrary<Partial<KeptEvent>> =>
  fc.record({ text: fc.constantFrom(...words), forwarded: fc.boolean() }).map(({ text, forwarded }) => ({
    from,
    body: { kind: 'message', text, quote: null, forwarded: forwarded && text.length > 3 },
    agent: from === 'agent' ? { id: 'a1', name: 'Li' } : null,
  }));

const aim = fc.integer({ min: 0, max: 14 }).map((n) => `m${n}`);
const fact = (name: string, data: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<Partial<KeptEvent>> =>
  data.map((value) => ({ from: 'system', body: { kind: 'fact', name, data: value } }));

const order = fc.constantFrom('O0', 'O1', 'O2', 'O3');
const quote = fc.constantFrom('Q0', 'Q1');
const amount = fc.constantFrom(...AMOUNTS);
const currency = fc.constantFrom('CNY', 'CNY', 'CNY', 'USD');
const sometimes = { requiredKeys: ['amount'] as ['amount'] };

/** What a shop's own system tells: orders, payments, refunds and quotes, in any order and about one another. */
const trade = fc.oneof(
  { weight: 4, arbitrary: fact('order', fc.record({ order, amount, currency, quote }, { requiredKeys: ['order', 'amount'] })) },
  { weight: 4, arbitrary: fact('payment', fc.record({ order, amount, currency, quote }, sometimes)) },
  { weight: 2, arbitrary: fact('refund', fc.record({ order, amount })) },
  { weight: 1, arbitrary: fact('order_cancelled', fc.record({ order })) },
  { weight: 3, arbitrary: fact('quote', fc.record({ quote, amount, order }, { requiredKeys: ['quote', 'amount'] })) },
  { weight: 1, arbitrary: fact('quote_answered', fc.record({ quote })) },
  { weight: 1, arbitrary: fact('quote_withdrawn', fc.record({ quote })) },
);

const doing = fc.oneof(
  fact('visit', fc.constant({ url: '/' })),
  fact('form', fc.constant({})),
  fact('group_join', fc.constant({ group: 'g' })),
  fact('referral', fc.constant({})),
  fact('rating', fc.record({ score: fc.integer({ min: 1, max: 5 }) })),
  fact(
    'profile',
    fc.integer({ min: 0, max: 60 }).map((days) => ({ lastContactAt: new Date(START - days * DAY).toISOString() })),
  ),
);

const command: fc.Arbitrary<Partial<KeptEvent>> = fc
  .record({
    role: fc.constantFrom('agent', 'manager'),
    add: fc.subarray([...TAGS, ...RULED], { maxLength: 2 }),
    remove: fc.subarray([...TAGS, ...RULED], { maxLength: 2 }),
    undo: fc.option(
      fc.integer({ min: 0, max: 14 }).map((n) => `k${n}`),
      { nil: null, freq: 3 },
    ),
  })
  .map(({ role, add, remove, undo }) => ({
    from: 'system',
    body: {
      kind: 'command',
      actor: { id: role, role },
      add,
      remove: remove.filter((tag) => !add.includes(tag)),
      fields: {},
      owner: null,
      undo,
    } as Body,
  }));

/** What a row of a table says of a customer. */
const imported: fc.Arbitrary<Partial<KeptEvent>> = fc
  .record({
    role: fc.constantFrom('agent', 'manager'),
    tags: fc.subarray([...TAGS, ...RULED], { maxLength: 2 }),
    fields: fc
      .integer({ min: 0, max: 60 })
      .map((days): Record<string, unknown> => ({ lastContactAt: new Date(START - days * DAY).toISOString() })),
    owner: fc.constantFrom(null, 'li'),
  })
  .map(({ role, ...said }) => ({
    from: 'system',
    body: { kind: 'import', actor: { id: role, role }, file: role, keys: [], ...said } as Body,
  }));

/** One customer's events in no order: messages of both sides, facts, trade, recalls, edits, people's changes, undos and tables. */
export const anyHistory = (matcher: Matcher): fc.Arbitrary<KeptEvent[]> =>
  fc
    .array(
      fc.tuple(
        at,
        fc.oneof(
          { weight: 6, arbitrary: message('customer', WORDS) },
          { weight: 2, arbitrary: message('agent', OFFERS) },
          { weight: 2, arbitrary: doing },
          { weight: 4, arbitrary: trade },
          { weight: 1, arbitrary: fact('recall', fc.record({ message: aim })) },
          { weight: 1, arbitrary: fact('edit', fc.record({ message: aim, text: fc.constantFrom(...WORDS) })) },
          { weight: 2, arbitrary: command },
          { weight: 2, arbitrary: imported },
        ),
      ),
      { minLength: 1, maxLength: 15 },
    )
    .map((drawn) =>
      drawn.map(([when, part], n): KeptEvent => {
        const body = part.body as Body;
        const text =
          body.kind === 'message'
            ? body.forwarded
              ? null
              : body.text
            : body.kind === 'fact' && body.name === 'edit'
              ? String(body.data['text'])
              : null;
        return {
          ...{
            _id: `k${n}`,
            state: 'done',
            keptAt: 0,
            at: when,
            channel: 'wecom',
            account: '',
            conversation: 'c',
            message: `m${n}`,
          },
          ...{
            identity: 'wecom//u1',
            name: null,
            joinKey: null,
            customer: 'u1',
            from: part.from ?? 'customer',
            agent: part.agent ?? null,
            body,
          },
          ...(text === null ? {} : { reading: matcher.read(text) }),
        };
      }),
    );
