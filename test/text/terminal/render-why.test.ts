import { expect, test } from 'vitest';
import type { HistoryAnswer, WhyAnswer } from '../../../src/domain/answers.ts';
import { renderReply } from '../../../src/text/terminal/render-reply.ts';
import { aCause, anEvidence, aView, daysAgo, mei } from '../../support/answers.ts';

const machine = { kind: 'pack' as const, id: 'ask_price', version: '3f2a91c0' };
const person = { kind: 'person' as const, id: 'wang', version: '1' };
const step = (days: number, action: string, more: Partial<HistoryAnswer> = {}): HistoryAnswer => ({
  ...{ at: daysAgo(days), actor: 'pack', action, cause: machine },
  ...more,
});
const byHand = { actor: 'wang', cause: person };
const paid = { ...machine, kind: 'rule' as const, id: 'paid' };

const carried: WhyAnswer = {
  customer: mei.customer,
  asOf: mei.asOf,
  tag: '需求与意向:询价',
  carried: true,
  suggested: false,
  causes: [
    aCause('person', 'wang', { since: daysAgo(1) }),
    aCause('rule', 'silence'),
    aCause('pack', 'ask_price', {
      version: '3f2a91c0',
      expiresAt: daysAgo(-27),
      count: 7,
      evidence: [
        anEvidence('多少钱', [0, 3], daysAgo(4), 'm1'),
        anEvidence('那个怎么卖呢', [2, 5], daysAgo(3), 'm2'),
        anEvidence(null, null),
      ],
    }),
  ],
  history: [
    step(1, 'add', byHand),
    step(2, 'remove', { ...byHand, reason: 'rejected' }),
    step(3, 'add'),
    step(5, 'remove', { reason: 'expired' }),
    step(35, 'remove', { reason: 'refused' }),
    step(36, 'remove', { ...byHand, reason: 'replaced', replacedBy: '需求与意向:砍价' }),
    step(37, 'remove', { reason: 'ended', actor: 'rule', cause: { ...machine, kind: 'rule', id: 'silence' } }),
    step(38, 'remove', { reason: 'history' }),
    step(39, 'remove', byHand),
    step(40, 'withdraw'),
    step(41, 'suggest'),
    step(42, 'denied', byHand),
    step(43, 'add', { reason: 'taken_back', actor: 'rule', cause: paid }),
    step(43, 'remove', { reason: 'taken_back', actor: 'rule', cause: paid }),
    step(44, 'remove', { reason: 'recalled', actor: 'rule', cause: paid }),
  ],
};

test('a reason is read word for word, and then how the tag came and went', () => {
  expect(`\n${renderReply({ kind: 'why', doc: carried }, aView('zh'))}\n`).toBe(`
梅姐 (mei)  需求与意向:询价  有这个标签

依据
  人工 王经理  始于 1 天前
    有人手动打的，不会自己过期
  规则 静默  版本 1 · 始于 3 天前
    不引用哪句话：看的是时间和往来记录
  关键词 询价  版本 3f2a91c0 · 始于 3 天前 · 27 天后到期 · 共 7 次，列出最近 3 次
    2026-02-26 09:00  （不是一句话，是一件事）  消息 m1
    2026-02-26 09:00  「那个【怎么卖】呢」  消息 m2
    2026-02-25 09:00  「【多少钱】」  消息 m1

历史（新的在前）
  2026-02-28 09:00  由人工 王经理 添加
  2026-02-27 09:00  被拒：人工 王经理 去掉了自动打的标签
  2026-02-26 09:00  由关键词 询价 添加
  2026-02-24 09:00  到期，自动去掉（关键词 询价）
  2026-01-25 09:00  客户回绝了，自动去掉（关键词 询价）
  2026-01-24 09:00  被“需求与意向:砍价”替换（人工 王经理）
  2026-01-23 09:00  条件不再成立，自动去掉（规则 静默）
  2026-01-22 09:00  撤下：晚到、撤回或修改的消息改变了依据（关键词 询价）
  2026-01-21 09:00  由人工 王经理 去掉
  2026-01-20 09:00  建议撤下（关键词 询价）
  2026-01-19 09:00  由关键词 询价 建议
  2026-01-18 09:00  拒绝：人工 王经理 无权这样改
  2026-01-17 09:00  回到这里：之后那一步所依据的订单取消或全额退款了（规则 付款）
  2026-01-17 09:00  撤下：所依据的订单取消或全额退款了（规则 付款）
  2026-01-16 09:00  撤下：所依据的消息被撤回了（规则 付款）

截至 2026-03-01 09:00
`);
});

test('the same in English', () => {
  expect(`\n${renderReply({ kind: 'why', doc: carried }, aView('en'))}\n`).toBe(`
梅姐 (mei)  Demand:Price inquiry  carried

Because
  by hand: 王经理  since 1 day ago
    set by hand; it does not end by itself
  rule: silence  version 1 · since 3 days ago
    rests on times and facts, not on words
  keywords: asks the price  version 3f2a91c0 · since 3 days ago · ends in 27 days · 7 in all, the newest 3 shown
    2026-02-26 09:00  (a fact, not words)  message m1
    2026-02-26 09:00  “那个[怎么卖]呢”  message m2
    2026-02-25 09:00  “[多少钱]”  message m1

History (newest first)
  2026-02-28 09:00  added (by hand: 王经理)
  2026-02-27 09:00  turned down (by hand: 王经理)
  2026-02-26 09:00  added (keywords: asks the price)
  2026-02-24 09:00  ended: its time was over (keywords: asks the price)
  2026-01-25 09:00  ended: the customer said no (keywords: asks the price)
  2026-01-24 09:00  replaced by "Demand:Bargaining" (by hand: 王经理)
  2026-01-23 09:00  ended: the condition no longer holds (rule: silence)
  2026-01-22 09:00  withdrawn: a late, recalled or edited message took its ground away (keywords: asks the price)
  2026-01-21 09:00  removed (by hand: 王经理)
  2026-01-20 09:00  suggestion withdrawn (keywords: asks the price)
  2026-01-19 09:00  suggested (keywords: asks the price)
  2026-01-18 09:00  refused: not allowed (by hand: 王经理)
  2026-01-17 09:00  here again: an order behind the next step was cancelled or refunded in full (rule: payment)
  2026-01-17 09:00  withdrawn: an order that it rested on was cancelled or refunded in full (rule: payment)
  2026-01-16 09:00  withdrawn: the message that it rested on was recalled (rule: payment)

As of 2026-03-01 09:00
`);
});

test('a tag never seen, and one only suggested', () => {
  const never: WhyAnswer = { ...carried, carried: false, causes: [], history: [] };
  expect(`\n${renderReply({ kind: 'why', doc: never }, aView('zh'))}\n`).toBe(`
梅姐 (mei)  需求与意向:询价  没有这个标签

从来没有打过，也没有建议过。

截至 2026-03-01 09:00
`);
  expect(renderReply({ kind: 'why', doc: { ...never, suggested: true } }, aView('en'))).toContain('only suggested, not set');
});

test('a doubtful cause shows how sure it is', () => {
  const doc = { ...carried, causes: [aCause('intent', 'price', { confidence: 0.876 })] };
  expect(renderReply({ kind: 'why', doc }, aView('zh'))).toContain('意图 price  版本 1 · 始于 3 天前 · 88 %');
});
