import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { renderReply } from '../../../src/text/terminal/render-reply.ts';
import { aView, daysAgo, mei } from '../../support/answers.ts';

const shown = (reply: Reply, lang: 'zh' | 'en' = 'zh') => `\n${renderReply(reply, aView(lang))}\n`;

describe('found', () => {
  const doc = { customers: [mei.customer, { id: 'u2', name: null }], tags: [{ id: 'vip', group: '价值分层', name: 'VIP客户' }] };

  test('customers and tags, each with their id', () => {
    expect(shown({ kind: 'found', doc })).toBe(`
客户
  梅姐 (mei)
  u2
标签
  价值分层:VIP客户  vip
`);
    expect(shown({ kind: 'found', doc: { ...doc, customers: [] } }, 'en')).toBe(`
Tags
  Value:VIP  vip
`);
  });

  test('nothing: what to try', () => {
    const none = { customers: [], tags: [] };
    expect(shown({ kind: 'found', doc: none })).toBe('\n没有找到。只比对名字、别名和编号的开头，少打几个字试试。\n');
    expect(shown({ kind: 'found', doc: none }, 'en')).toContain('Only beginnings of names, aliases and ids are compared');
  });
});

describe('customer', () => {
  const doc = {
    ...{ customer: mei.customer, asOf: mei.asOf, owner: 'Li', identities: ['wecom//mei', 'web/shop/u1'] },
    journey: [],
    ...{ messages: 12, interactions: 5, firstContactAt: daysAgo(40), lastContactAt: daysAgo(0.25) },
    lastPurchaseAt: null,
    fields: { note: '爱喝茶', region: '杭州', sex: 'female', products: ['A', 'B'], odd: { a: 1 }, gone: null },
  };

  test('a card has the fields in their order', () => {
    expect(shown({ kind: 'customer', doc: { ...doc, changes: ['owner', 'region'] } })).toBe(`
已改：负责人、地区
梅姐 (mei)
  负责人    Li
  性别      女
  地区      杭州
  偏好产品  A、B
  备注      爱喝茶
  odd       {"a":1}
  渠道身份  wecom/mei、web/shop/u1
  往来      12 条消息，5 次互动
  首次联系  2026-01-20 09:00  40 天前
  最近联系  2026-03-01 03:00  6 小时前

截至 2026-03-01 09:00
`);
  });

  test('a new customer nobody has talked to', () => {
    const fresh = {
      ...doc,
      owner: null,
      fields: {},
      identities: [],
      journey: [],
      messages: 0,
      interactions: 0,
      firstContactAt: null,
      lastContactAt: null,
    };
    expect(shown({ kind: 'customer', doc: { ...fresh, changes: ['new'] } }, 'en')).toBe(`
The customer has been made.
梅姐 (mei)
  Owner          nobody
  Talk           0 messages, 0 interactions
  First contact  none yet
  Last contact   none yet

As of 2026-03-01 09:00
`);
  });
});

describe('audit', () => {
  const at = daysAgo(3);
  const entries = [
    { at, actor: 'pack', customer: 'mei', action: 'add', tag: '需求与意向:询价', reason: 'pack:ask_price' },
    { at, actor: 'rule', customer: 'mei', action: 'remove', tag: '互动特征:静默', reason: 'ended' },
    { at, actor: 'wang', customer: 'mei', action: 'add', tag: '价值分层:VIP客户', reason: null },
    { at, actor: 'li', customer: 'mei', action: 'denied', tag: '价值分层:VIP客户', reason: 'tag_restricted' },
    { at, actor: 'local', customer: null, action: 'denied', tag: null, reason: 'library_managers_only' },
    { at, actor: 'zoe', customer: 'mei', action: 'merged', tag: null, reason: 'because' },
  ];

  test('who did what, in words', () => {
    expect(shown({ kind: 'audit', doc: { entries } })).toBe(`
时间              谁          客户  做了    标签              说明
2026-02-26 09:00  关键词      mei   加上    需求与意向:询价   关键词 询价
2026-02-26 09:00  规则        mei   去掉    互动特征:静默     条件不再成立
2026-02-26 09:00  王经理      mei   加上    价值分层:VIP客户
2026-02-26 09:00  Li          mei   被拒绝  价值分层:VIP客户  受限标签
2026-02-26 09:00  本机操作员        被拒绝                    只有主管可以改标签库
2026-02-26 09:00  zoe         mei   merged                    because
`);
  });

  test('in English, and when nothing has happened', () => {
    expect(shown({ kind: 'audit', doc: { entries: entries.slice(0, 1) } }, 'en')).toBe(`
Time              Who       Customer  Did    Tag                   Note
2026-02-26 09:00  keywords  mei       added  Demand:Price inquiry  keywords: asks the price
`);
    expect(shown({ kind: 'audit', doc: { entries: [] } })).toBe('\n还没有任何改动。\n');
  });
});

describe('library', () => {
  const node = (id: string, kind: string, name: string, depth: number, more = {}) => ({
    ...{ id, kind, name, en: null, parent: null, depth, colour: '#1677ff', customers: 0, definition: null, restricted: false },
    ...{ roles: null, aliases: [], archived: false },
    ...more,
  });
  const nodes = [
    node('source', 'group', '来源', 0, { definition: '客户从哪里认识我们。', customers: 4 }),
    node('good_channels', 'tag', '优质渠道', 1, { customers: 3 }),
    node('website', 'tag', '官网', 2, { customers: 1, definition: '访问过官网。', restricted: true }),
  ];

  test('the tree, with who carries what', () => {
    expect(shown({ kind: 'library', doc: { version: 3, products: [], nodes } })).toBe(`
标签库 版本 3，2 个标签
来源                        客户从哪里认识我们。
  优质渠道  3 位客户
    官网    1 位客户  受限  访问过官网。

改标签库：如 library rename 询价 问价，先说涉及多少客户；整份改用 library export 标签.yaml 和 library import 标签.yaml
`);
    expect(shown({ kind: 'library', doc: { version: 3, products: [], nodes } }, 'en')).toContain(
      '    Website      1 customer   restricted',
    );
  });

  test('an export says where it is and how it comes back; on the screen it is the file itself', () => {
    expect(shown({ kind: 'exported', doc: { file: 'tags.yaml', version: 4, text: 'version: 4\n' } })).toBe(
      '\n标签库（版本 4）已写入 tags.yaml。改好后用 library import tags.yaml 导入。\n',
    );
    expect(shown({ kind: 'exported', doc: { file: 'tags.yaml', version: 4, text: '' } }, 'en')).toContain('is in tags.yaml');
    expect(renderReply({ kind: 'exported', doc: { file: '-', version: 4, text: 'a:\n  - id: b\n' } }, aView('zh'))).toBe(
      'a:\n  - id: b',
    );
  });

  test('an import says what it changed, and no more than one can read', () => {
    const changed = Array.from({ length: 12 }, (_, i) => `t${i}`);
    expect(shown({ kind: 'imported', doc: { added: ['急'], renamed: ['旧 → 新'], changed, version: 5 } })).toBe(`
标签库已更新到版本 5。
  新增 1：急
  改名（旧名仍然有效） 1：旧 → 新
  修改 12：t0、t1、t2、t3、t4、t5、t6、t7、t8、t9、……还有 2 个
`);
    expect(shown({ kind: 'imported', doc: { added: [], renamed: [], changed: [], version: 5 } }, 'en')).toBe(
      '\nThe file is the same as the library in use (version 5); nothing changed.\n',
    );
  });
});

describe.each(['zh', 'en'] as const)('help in %s', (lang) => {
  const doc = {
    commands: commands.map(({ name, aliases, usage, summary }) => ({
      name,
      aliases,
      usage: usage[lang],
      summary: summary[lang],
    })),
  };
  const lines = renderReply({ kind: 'help', doc }, aView(lang)).split('\n');

  test('has every command with what it does, and below how it is written', () => {
    for (const { name, usage, summary } of doc.commands) {
      const at = lines.findIndex((line) => line.startsWith(`${name}${lang === 'zh' ? '、' : ', '}`) && line.endsWith(summary));
      expect(lines[at + 1]?.trim()).toBe(usage);
    }
  });

  test('tells which signs need quotes in a shell', () => {
    expect(lines.at(-2)).toContain('> ');
    expect(lines.at(-2)).toContain('超过');
    expect(lines.at(-2)).toContain('＞');
  });
});
