import { expect, test } from 'vitest';
import type { SegmentAnswer } from '../../../src/domain/answers.ts';
import { renderReply } from '../../../src/text/terminal/render-reply.ts';
import { aView, daysAgo, mei } from '../../support/answers.ts';

const row = (id: string, name: string | null, more: Partial<SegmentAnswer['customers'][number]> = {}) => ({
  ...{ id, name, owner: 'Li', stage: null, lastContactAt: daysAgo(36), tags: ['价值分层:VIP客户', '互动特征:静默'] },
  ...more,
});

const silentVips: SegmentAnswer = {
  query: 'VIP 静默',
  understood: 'VIP客户 且 静默',
  asOf: mei.asOf,
  count: 1234,
  exact: true,
  customers: [
    row('chen', '陈志强', {
      stage: '已成交',
      tags: [
        '来源:线下活动',
        '需求与意向:发票',
        '需求与意向:询价',
        '意向:高',
        '行为阶段:已成交',
        '价值分层:VIP客户',
        '互动特征:静默',
        '忠诚度:会员',
      ],
    }),
    row('laowang', '老王', { owner: null, lastContactAt: null }),
    row('james', 'James Carter 👌', { stage: '报价中', tags: ['行为阶段:报价中'] }),
  ],
  next: 'WzE3MDAsImEiXQ',
};

test('who matches stands in columns, whatever the script of the names', () => {
  expect(`\n${renderReply({ kind: 'segment', doc: silentVips }, aView('zh'))}\n`).toBe(`
理解为：VIP客户 且 静默
共 1,234 位客户

  客户                     负责人  阶段    最近联系  标签
  陈志强 (chen)            Li      已成交  36 天前   线下活动、发票、询价、意向:高、已成交、VIP客户、+2
  老王 (laowang)           无              无        VIP客户、静默
  James Carter 👌 (james)  Li      报价中  36 天前   报价中

还有。下一页：同样的命令加 --after WzE3MDAsImEiXQ
截至 2026-03-01 09:00
`);
});

test('the same in English', () => {
  const doc = { ...silentVips, understood: 'VIP and Silent', exact: false, count: 10_000 };
  expect(`\n${renderReply({ kind: 'segment', doc }, aView('en'))}\n`).toBe(`
Understood: VIP and Silent
10,000+ customers
Counted no further; add --count for the exact number.

  Customer                 Owner  Stage    Last contact  Tags
  陈志强 (chen)            Li     Won      36 days ago   Offline event, Invoice, Price inquiry, Intent level:High, Won, VIP, +2
  老王 (laowang)           none            none          VIP, Silent
  James Carter 👌 (james)  Li     Quoting  36 days ago   Quoting

There are more. Next page: the same command with --after WzE3MDAsImEiXQ
As of 2026-03-01 09:00
`);
});

test('nobody matches: it says what to try', () => {
  const doc = { ...silentVips, count: 0, customers: [], next: null, behindMinutes: 3 };
  expect(`\n${renderReply({ kind: 'segment', doc }, aView('zh'))}\n`).toBe(`
理解为：VIP客户 且 静默
没有符合的客户。少写一个条件试试，或用 library show 看看有哪些标签。

截至 2026-03-01 09:00
时钟落后 3 分钟，先运行 start 或任何会写入的命令
`);
});

test('one customer is one customer', () => {
  const doc = { ...silentVips, count: 1, customers: [row('chen', null)], next: null };
  expect(renderReply({ kind: 'segment', doc }, aView('en'))).toContain('\n1 customer\n');
});

test('what was saved is told as the next query can take it', () => {
  const told = (saved: string, lang: 'zh' | 'en') => renderReply({ kind: 'segment', doc: { ...silentVips, saved } }, aView(lang));
  expect(told('该联系', 'zh')).toContain('已存为 @该联系，下次可写 segment @该联系。');
  expect(told('to call', 'en')).toContain('Saved as @to call; next time: segment @"to call"');
});
