import { expect, test } from 'vitest';
import { changeLine, type LiveChange } from '../../../src/text/terminal/change-line.ts';
import { aView } from '../../support/answers.ts';

const pack = (id: string) => ({ kind: 'pack' as const, id, version: '1' });
const silence = { kind: 'rule' as const, id: 'silence', version: '1' };
const paid = { ...silence, id: 'paid' };
const wang = { kind: 'person' as const, id: 'wang', version: '1' };

const talk: LiveChange[] = [
  { action: 'add', label: '询价', colour: '', cause: pack('ask_price'), text: '这个多少钱？', span: [2, 5] },
  { action: 'remove', label: '静默', colour: '', cause: silence, reason: 'ended' },
  { action: 'remove', label: '普通客户', colour: '', cause: wang, reason: 'replaced', replacedBy: 'VIP客户' },
  { action: 'add', label: '静默', colour: '', cause: silence, text: null, span: null },
  { action: 'add', label: '需求', colour: '', cause: { kind: 'intent', id: 'need', version: '1' }, text: '有吗', span: null },
  { action: 'suggest', label: '紧急', colour: '', cause: pack('urgent'), text: '急用', span: [0, 2] },
  { action: 'withdraw', label: '紧急', colour: '', cause: pack('urgent') },
  { action: 'remove', label: '下单', colour: '', cause: pack('purchase'), reason: 'refused' },
  { action: 'remove', label: '发票', colour: '', cause: pack('invoice'), reason: 'expired' },
  { action: 'remove', label: '高活跃', colour: '', cause: { ...silence, id: 'active' }, reason: 'ended' },
  { action: 'remove', label: 'VIP客户', colour: '', cause: wang },
  { action: 'remove', label: '已成交', colour: '', cause: paid, reason: 'taken_back', replacedBy: '已沟通' },
  { action: 'add', label: '已沟通', colour: '', cause: paid, reason: 'taken_back' },
  { action: 'remove', label: '已沟通', colour: '', cause: paid, reason: 'recalled' },
];

test('one line a change, as people talk', () => {
  expect(`\n${talk.map((change) => changeLine(change, aView('zh'))).join('\n')}\n`).toBe(`
＋ 询价  关键词「多少钱」  「这个【多少钱】？」
－ 静默  客户说话了
－ 普通客户  被 VIP客户 替换
＋ 静默  规则 静默
＋ 需求  意图 need  「有吗」
？ 紧急  关键词「急用」  「【急用】」  只建议，等人决定
－ 紧急  建议撤下
－ 下单  客户回绝了
－ 发票  到期
－ 高活跃  条件不再成立
－ VIP客户  人工 王经理
－ 已成交  所依据的订单取消或全额退款了
＋ 已沟通  回到这里：之后那一步所依据的订单取消或全额退款了
－ 已沟通  所依据的消息被撤回了
`);
});

test('the same in English', () => {
  expect(`\n${talk.map((change) => changeLine(change, aView('en'))).join('\n')}\n`).toBe(`
+ 询价  keyword “多少钱”  “这个[多少钱]？”
- 静默  the customer spoke
- 普通客户  replaced by VIP客户
+ 静默  rule: silence
+ 需求  intent: need  “有吗”
? 紧急  keyword “急用”  “[急用]”  only suggested, somebody must decide
- 紧急  suggestion withdrawn
- 下单  the customer said no
- 发票  its time was over
- 高活跃  the condition no longer holds
- VIP客户  by hand: 王经理
- 已成交  an order that it rested on was cancelled or refunded in full
+ 已沟通  here again: an order behind the next step was cancelled or refunded in full
- 已沟通  the message that it rested on was recalled
`);
});

test('the name wears its colour', () => {
  const change: LiveChange = { action: 'add', label: '询价', colour: '#ff0080', cause: silence };
  expect(changeLine(change, aView('zh', { colour: true }))).toBe('＋ \u001b[38;2;255;0;128m询价\u001b[39m  规则 静默');
});
