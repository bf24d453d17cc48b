import { describe, expect, it } from 'vitest';
import { JOURNEY_NODES, reachedAt } from '../src/domain/journey.ts';
import { parseRules } from '../src/rules/parse-rules.ts';
import type { Rule } from '../src/rules/rule.ts';
import { shippedInForce, withRules } from './support/in-force.ts';
import { createLife } from './support/life.ts';
import { DAY, START } from './support/lines.ts';

const shipped = await shippedInForce();
const withRule = (text: string) => {
  const own = parseRules({ file: 'own.yaml', text, tree: shipped.tree() }) as Rule[];
  expect(own.every((rule) => 'condition' in rule)).toBe(true);
  return withRules(shipped, own);
};

describe('the way of a customer', () => {
  it('is dated by the first message, the first word of a trial, the first paid order and the second', () => {
    const mei = createLife(shipped);
    mei.agentSays('您好，我是小李');
    mei.says('你好', DAY);
    mei.says('能不能先试用一下', 2 * DAY);
    mei.says('再申请试用一次', 3 * DAY);
    mei.happens('order', { order: 'O1', amount: 100 }, 4 * DAY);
    mei.happens('payment', { order: 'O1', amount: 100 }, 5 * DAY);
    mei.happens('payment', { order: 'O1', amount: 100 }, 6 * DAY);
    mei.happens('payment', { order: 'O2', amount: 100 }, 7 * DAY);
    const state = mei.at(8 * DAY);
    const days = JOURNEY_NODES.map((node) => ((reachedAt(state, node) ?? 0) - START) / DAY);
    expect(days).toEqual([1, 2, 5, 7]);
  });

  it('comes to a deal by a payment without an order too', () => {
    const mei = createLife(shipped);
    mei.happens('payment', { amount: 100 });
    expect(reachedAt(mei.at(0), 'deal')).toBe(START);
  });

  it('loses a deal that was refunded in full', () => {
    const mei = createLife(shipped);
    mei.happens('payment', { order: 'O1', amount: 100 });
    expect(reachedAt(mei.at(0), 'deal')).toBe(START);
    mei.happens('refund', { order: 'O1', amount: 100 }, DAY);
    expect(reachedAt(mei.at(DAY), 'deal')).toBeNull();
  });

  it('can be asked for by rules: a trial that is over, a deal of the last week', () => {
    const over = withRule('- { id: trial_over, while: { journey: { node: 试用, longer_than: 14 } }, tag: 活动参与者 }');
    const mei = createLife(over);
    mei.says('能不能先试用一下');
    expect(mei.carries(14 * DAY)).not.toContain('event_attendee');
    const tag = mei.carries(14 * DAY + 1).find((id) => !mei.carries(14 * DAY).includes(id));
    expect(tag).toBeDefined();
    const fresh = withRule('- { id: fresh_deal, while: { journey: { node: deal, days: 7 } }, tag: 活动参与者 }');
    const bo = createLife(fresh);
    bo.happens('payment', { order: 'O1', amount: 100 });
    expect(bo.carries(7 * DAY - 1)).toContain(tag);
    expect(bo.carries(7 * DAY)).not.toContain(tag);
  });

  it.each([
    ['a node that is none', '- { id: a, while: { journey: { node: 上车 } }, tag: 静默 }', /Write one of inquiry/],
    ['both windows', '- { id: a, while: { journey: { node: 试用, days: 1, longer_than: 2 } }, tag: 静默 }', /not both/],
  ])('refuses %s', (_what, text, message) => {
    expect(parseRules({ file: 'own.yaml', text, tree: shipped.tree() })).toMatchObject([
      { message: expect.stringMatching(message) },
    ]);
  });
});
