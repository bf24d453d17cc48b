import { expect, test } from 'vitest';
import type { ChangeAnswer } from '../../../src/domain/answers.ts';
import { renderReply } from '../../../src/text/terminal/render-reply.ts';
import { aView, mei } from '../../support/answers.ts';

const by = { kind: 'person' as const, id: 'wang', version: '1' };
const changes: ChangeAnswer[] = [
  { action: 'remove', tag: '价值分层:普通客户', by, replacedBy: '价值分层:VIP客户' },
  { action: 'add', tag: '价值分层:VIP客户', by },
  { action: 'add', tag: '来源:官网', by },
  { action: 'remove', tag: '互动特征:静默', by },
  { action: 'suggest', tag: '需求与意向:紧急', by: { ...by, kind: 'pack', id: 'urgent' } },
  { action: 'withdraw', tag: '需求与意向:发票', by: { ...by, kind: 'pack', id: 'invoice' } },
];

test('a change says what came, what went and what took whose place, then all tags in short', () => {
  expect(`\n${renderReply({ kind: 'changed', doc: { ...mei, changes } }, aView('zh'))}\n`).toBe(`
梅姐 (mei)  负责人 Li  阶段 报价中（2 天前）
  ⇄ 替换 价值分层:普通客户 → 价值分层:VIP客户  人工 王经理
  ＋ 加上 来源:官网  人工 王经理
  － 去掉 互动特征:静默  人工 王经理
  ？ 建议 需求与意向:紧急  关键词 紧急
  － 撤下建议 需求与意向:发票  关键词 发票
现在
  需求与意向：询价、砍价
  行为阶段：报价中
  价值分层：VIP客户
  互动特征：静默

截至 2026-03-01 09:00
`);
});

test('the same in English', () => {
  expect(`\n${renderReply({ kind: 'changed', doc: { ...mei, changes } }, aView('en'))}\n`).toBe(`
梅姐 (mei)  owner Li  stage Quoting (2 days ago)
  ~ replaced Value:Regular → Value:VIP  by hand: 王经理
  + added Source:Website  by hand: 王经理
  - removed Interaction:Silent  by hand: 王经理
  ? suggested Demand:Urgent  keywords: urgent
  - suggestion withdrawn Demand:Invoice  keywords: invoice
Now
  Demand: Price inquiry, Bargaining
  Stage: Quoting
  Value: VIP
  Interaction: Silent

As of 2026-03-01 09:00
`);
});

test('nothing changed: it says so and why', () => {
  expect(`\n${renderReply({ kind: 'changed', doc: { ...mei, tags: [], changes: [] } }, aView('zh'))}\n`).toBe(`
梅姐 (mei)  负责人 Li  阶段 报价中（2 天前）
  什么也没有变：要加的本来就有，要去掉的本来就没有，或者后来的改动仍然有效。
现在
  没有标签

截至 2026-03-01 09:00
`);
});

test('an undo says which fields stand as before; what a later change holds is left out', () => {
  const fieldChanges = [
    { field: 'owner', from: 'Li', to: null },
    { field: 'region', from: '上海', to: '杭州' },
    { field: 'products', from: ['A', 'B'], to: null },
    { field: 'note', from: '茶', to: '茶' },
  ];
  const shown = (lang: 'zh' | 'en') => renderReply({ kind: 'changed', doc: { ...mei, changes: [], fieldChanges } }, aView(lang));
  expect(shown('zh').split('\n').slice(1, 5)).toEqual([
    '  ⇄ 改回 负责人：Li → 无',
    '  ⇄ 改回 地区：上海 → 杭州',
    '  ⇄ 改回 偏好产品：A、B → （空）',
    '现在',
  ]);
  expect(shown('en').split('\n').slice(1, 5)).toEqual([
    '  ~ set back Owner: Li → nobody',
    '  ~ set back Region: 上海 → 杭州',
    '  ~ set back Preferred products: A, B → (empty)',
    'Now',
  ]);
});
