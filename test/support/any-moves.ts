import fc from 'fast-check';
import type { Body, KeptEvent } from '../../src/domain/event.ts';
import type { Matcher } from '../../src/match/matcher.ts';
import { DAY, HOUR, START } from './lines.ts';

const STAGES = ['contacted', 'needs_confirmed', 'quoting', 'won', 'repeat_customer'] as const;

/** Everything of one order costs the same, so that a refund gives all of it back, or half. */
const PRICE = 100;

type Part = Pick<KeptEvent, 'body' | 'from'>;

const fact = (name: string, data: Record<string, unknown>): Part => ({ from: 'system', body: { kind: 'fact', name, data } });
const message = (from: 'customer' | 'agent', text: string): Part => ({
  from,
  body: { kind: 'message', text, quote: null, forwarded: false },
});
const command = (add: string[], remove: string[], undo: string | null): Part => ({
  from: 'system',
  body: {
    ...({ kind: 'command', actor: { id: 'wang', role: 'manager' }, add, remove, fields: {}, owner: null, undo } as Body),
  },
});

const order = fc.constantFrom('O1', 'O2', 'O3');
const aim = fc.integer({ min: 0, max: 11 });
const stage = fc.constantFrom(...STAGES);

const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: order.map((id) => fact('order', { order: id, amount: PRICE })) },
  { weight: 4, arbitrary: order.map((id) => fact('payment', { order: id, amount: PRICE })) },
  { weight: 1, arbitrary: fc.constant(fact('payment', { amount: PRICE })) },
  { weight: 4, arbitrary: order.map((id) => fact('refund', { order: id, amount: PRICE })) },
  { weight: 1, arbitrary: order.map((id) => fact('refund', { order: id, amount: PRICE / 2 })) },
  { weight: 4, arbitrary: order.map((id) => fact('order_cancelled', { order: id })) },
  { weight: 3, arbitrary: fc.constantFrom('Q1', 'Q2').map((quote) => fact('quote', { quote, amount: PRICE })) },
  { weight: 4, arbitrary: fc.constantFrom('你好', '给我们报个价吧', '不用报价了').map((text) => message('customer', text)) },
  { weight: 4, arbitrary: fc.constant(message('agent', '您好')) },
  { weight: 4, arbitrary: aim.map((n) => fact('recall', { message: `m${n}` })) },
  { weight: 1, arbitrary: aim.map((n) => fact('edit', { message: `m${n}`, text: '给我们报个价吧' })) },
  { weight: 3, arbitrary: stage.map((one) => command([one], [], null)) },
  { weight: 1, arbitrary: stage.map((one) => command([], [one], null)) },
  { weight: 1, arbitrary: aim.map((n) => command([], [], `k${n}`)) },
);

const at = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((days) => START + days * DAY),
  fc.integer({ min: 0, max: 24 }).map((hours) => START + hours * HOUR),
  // Many at one and the same time, or within a second.
  fc.integer({ min: 0, max: 3 }).map((step) => START + 300 * step),
);

/** What moves one customer's stage and takes moves back: orders and their money, words of both sides, recalls, edits and people. */
export const anyMoves = (matcher: Matcher): fc.Arbitrary<KeptEvent[]> =>
  fc.array(fc.tuple(at, part), { minLength: 1, maxLength: 12 }).map((drawn) =>
    drawn.map(([when, { from, body }], n): KeptEvent => {
      const text = body.kind === 'message' ? body.text : body.kind === 'fact' && body.name === 'edit' ? body.data['text'] : null;
      return {
        ...{ _id: `k${n}`, state: 'done', keptAt: 0, at: when, channel: 'wecom', account: '', conversation: 'c' },
        ...{ message: `m${n}`, identity: 'wecom//u1', name: null, joinKey: null, customer: 'u1', from, body },
        agent: from === 'agent' ? { id: 'a1', name: 'Li' } : null,
        ...(typeof text === 'string' ? { reading: matcher.read(text) } : {}),
      };
    }),
  );
