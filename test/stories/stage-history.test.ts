// A manager asks why a customer does not stand where they stood: an order was called off, money went back, a reply was recalled.
import { expect, test } from 'vitest';
import { why } from '../../src/commands/why.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { exportState } from '../../src/transfer/export-state.ts';
import { aView } from '../support/answers.ts';
import { feed, HOUR, happens, iso, START, says } from '../support/lines.ts';
import { openStreet, type Street } from '../support/open-street.ts';

const reply = (at: number) =>
  says('mei', '您好', at, { id: 'reply', from: 'agent', agent: { id: 'a1', name: 'Li' }, customer: { id: 'mei' } });
const order = (id: string, at: number) => happens('mei', 'order', { order: id, amount: 100 }, at);
const payment = (id: string, at: number) => happens('mei', 'payment', { order: id, amount: 100 }, at);
const refund = (id: string, at: number) => happens('mei', 'refund', { order: id, amount: 100 }, at);
const recall = (at: number) => ({
  ...{ id: 'recall', at: iso(at), channel: 'wecom', conversation: 'c-mei', customer: { id: 'mei' }, event: 'recall' },
  data: { message: 'reply' },
});

/** What the history says of the stage, oldest first. */
const steps = async ({ app }: Street): Promise<string[]> => {
  const tree = app.inForce.tree();
  const rows = (await app.store.ledger.newest({ customer: 'mei' }, 100)).filter(({ tag }) => tree.isWithin(tag, 'stage'));
  return rows
    .map(({ at, action, tag, reason, replacedBy }) =>
      [`${(at - START) / HOUR} h`, action, tag, reason, replacedBy && `→ ${replacedBy}`].filter(Boolean).join(' '),
    )
    .reverse();
};

const historyOf = async ({ app }: Street, tag: string, lang: 'zh' | 'en'): Promise<string[]> => {
  const context = { app, actor: { id: 'wang', name: '王经理', role: 'manager' as const }, lang, atHand: null };
  const text = renderReply(await why.run(context, ['mei', tag]), aView(lang));
  return text.split('\n').flatMap((line) => line.match(/^ {2}\d{4}-\d\d-\d\d (\d\d:\d\d {2}.*)$/)?.[1] ?? []);
};

const state = async ({ app }: Street): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportState(app)) lines.push(line);
  return lines;
};

const LINES = [
  says('mei', '你好', START),
  reply(START + HOUR),
  payment('O1', START + 2 * HOUR),
  order('O2', START + 3 * HOUR),
  refund('O1', START + 4 * HOUR),
  recall(START + 5 * HOUR),
];

test('each step back says what was taken back, and where it led', async () => {
  const street = await openStreet();
  // One after another, as they happen.
  for (const line of LINES) await feed(street.app, [line]);
  expect(await steps(street)).toEqual([
    '1 h add contacted',
    '2 h remove contacted replaced → won',
    '2 h add won',
    '3 h remove won replaced → repeat_customer',
    '3 h add repeat_customer',
    '4 h remove repeat_customer taken_back → contacted',
    '4 h add contacted taken_back',
    '5 h remove contacted recalled',
  ]);
  expect(await historyOf(street, '已沟通', 'zh')).toEqual([
    '14:00  撤下：所依据的消息被撤回了（规则 首次回复）',
    '13:00  回到这里：之后那一步所依据的订单取消或全额退款了（规则 第二单）',
    '11:00  被“行为阶段:已成交”替换（规则 付款）',
    '10:00  由规则 首次回复 添加',
  ]);
  expect((await historyOf(street, '复购客户', 'en'))[0]).toBe(
    '13:00  withdrawn: an order that it rested on was cancelled or refunded in full (rule: second order)',
  );
});

test('all at once and backwards come to the same state as one by one', async () => {
  const [live, whole, backwards] = [await openStreet(), await openStreet(), await openStreet()];
  for (const line of LINES) await feed(live.app, [line]);
  await feed(whole.app, LINES);
  for (const line of [...LINES].reverse()) await feed(backwards.app, [line]);
  expect(await state(whole)).toEqual(await state(live));
  expect(await state(backwards)).toEqual(await state(live));
});
