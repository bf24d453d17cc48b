import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { TagSource } from '../../src/domain/tag.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { defaultLibrary } from '../support/default-library.ts';

const tree = createTagTree(defaultLibrary);
const tags = defaultLibrary.nodes.filter((node) => node.kind === 'tag');

/** Every default tag by where it comes from: a new one is added here, or it has no business in the library. */
const SOURCES: Record<'pack' | 'rule' | 'hand', string> = {
  pack: `询价 要报价 砍价 价格敏感 质量要求高 预算 紧急 竞品对比 要资料 试用演示 下单 付款 发票 合同 物流 售后维修 退款退货 技术支持
    需求复杂需技术支持 续费 推荐转介绍 合作 投诉客户 曾投诉 不满意`,
  rule: `静默 高活跃 低活跃 非活跃 高价值 经常 偶尔 从未 推荐客户 忠诚客户 已沟通 需求确认 报价中 已成交 复购客户 待催单 官网 高`,
  hand: `优质渠道 转介绍 搜索引擎 社交媒体推荐 线下活动 华东 华南 华北 华中 西南 西北 东北 港澳台 海外 IT 教育 零售 制造 医疗
    10人以下 10-99人 100-999人 1000人以上 企业主 管理人员 技术人员 采购人员 销售人员 教师 自由职业 18-25 26-35 36-45 46+ 男 女
    中 低 新线索 潜在客户 意向客户 成交客户 流失客户
    客户等级 高潜力客户 普通客户 VIP客户 低价值 大客户 活跃咨询 
    电话 邮件 社交媒体 在线 满意 一般 会员 活动参与者 高 中 低 高 中 低`,
};

const below = (term: string): string[] => {
  const found = tree.resolve(term);
  return found.kind === 'one' ? tree.descendants(found.id).map((id) => tree.node(id)?.name ?? id) : [];
};

describe('the default library', () => {
  it.each(Object.entries(SOURCES))('says which tags come from %s', (source, names) => {
    const found = tags.filter((tag) => tag.source === (source as TagSource)).map((tag) => tag.name);
    expect(found.sort()).toEqual(names.split(/\s+/).sort());
  });

  it('gives a source to every tag', () => {
    expect(tags.filter((tag) => !['pack', 'rule', 'hand'].includes(tag.source ?? ''))).toEqual([]);
  });

  it('has a shipped pack for exactly the tags that say so', () => {
    const folders = ['../../keywords/zh/', '../../keywords/en/'].map((folder) => new URL(folder, import.meta.url));
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => new URL(name, folder)),
    );
    const given = files.flatMap((file) => (parse(readFileSync(file, 'utf8')) as { tags: string[] }).tags);
    expect([...new Set(given)].sort()).toEqual(
      tags
        .filter((tag) => tag.source === 'pack')
        .map((tag) => tag.id)
        .sort(),
    );
  });

  it('gives every node an English name, a colour, an owner and a sentence of definition, and every tag an example', () => {
    for (const node of defaultLibrary.nodes) {
      expect(node.en, node.id).toMatch(/^[ -~]+$/);
      expect(node.colour, node.id).toMatch(/^#[0-9a-f]{6}$/);
      expect(node.owner, node.id).toMatch(/\p{Script=Han}/u);
      expect(node.definition, node.id).toMatch(/\p{Script=Han}.*。$/u);
      if (node.kind === 'tag') expect(node.examples.length, node.id).toBeGreaterThan(0);
    }
  });

  it('has at most twelve groups at the top', () => {
    expect(tree.children(null).map((id) => tree.label(id))).toEqual([
      '来源',
      '客户画像',
      '需求与意向',
      '行为阶段',
      '生命周期',
      '价值分层',
      '互动特征',
      '客户满意度',
      '忠诚度',
      '销售动作',
      '预测',
    ]);
  });

  it('lets demand last thirty days, 紧急 seven, 兴趣 one hundred and eighty, 投诉客户 thirty, and 曾投诉 for good', () => {
    const days = (id: string): number | undefined => tree.node(id)?.ttlDays;
    for (const id of tree.children('demand')) {
      const expected = new Map([
        ['urgent', 7],
        ['interest', 180],
        ['intent_level', undefined],
      ]);
      expect(days(id), id).toBe(expected.has(id) ? expected.get(id) : 30);
    }
    expect([days('complained'), days('ever_complained'), days('silent'), days('intent_high')]).toEqual([
      30,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('orders the funnel and the life cycle', () => {
    expect(below('阶段')).toEqual(['新线索', '已沟通', '需求确认', '报价中', '已成交', '复购客户']);
    expect(below('漏斗')).toEqual(below('行为阶段'));
    expect(below('生命周期')).toEqual(['潜在客户', '意向客户', '成交客户', '忠诚客户', '流失客户']);
    for (const id of ['stage', 'lifecycle']) expect(tree.node(id)).toMatchObject({ exclusive: true, ordered: true });
  });

  it('restricts VIP客户, and only it, to managers and admins and keeps machines off', () => {
    expect(defaultLibrary.nodes.filter((node) => node.roles || !node.machine)).toEqual([
      expect.objectContaining({ id: 'vip', roles: ['manager', 'admin'], machine: false }),
    ]);
  });

  it('answers 价值分层 as the group of VIP客户, which excludes 普通客户 and bears 高价值 beside it', () => {
    expect(tree.groupOf('vip')).toBe('value');
    expect(tree.label('vip')).toBe('价值分层:VIP客户');
    expect(tree.exclusiveRoot('vip')).toBe(tree.exclusiveRoot('regular'));
    expect(tree.exclusiveRoot('vip')).toBe(tree.exclusiveRoot('high_potential'));
    expect(tree.exclusiveRoot('vip')).not.toBeNull();
    for (const id of ['high_value', 'low_value', 'referrer', 'key_account']) expect(tree.exclusiveRoot(id)).toBeNull();
  });

  it('answers 来源 as the group of 官网, although 优质渠道 stands between', () => {
    expect(tree.label('website')).toBe('来源:官网');
    expect(below('来源:优质渠道')).toEqual(['官网', '转介绍']);
    expect(tree.label('intent_high')).toBe('意向:高');
  });

  it.each([
    ['VIP', 'vip'],
    ['普通', 'regular'],
    ['阶段', 'stage'],
    ['静默客户', 'silent'],
    ['长期静默', 'silent'],
    ['急', 'urgent'],
    ['高潜力', 'high_potential'],
  ])('understands %s', (word, id) => {
    expect(tree.resolve(word)).toEqual({ kind: 'one', id });
  });

  it.each(['活跃度', '购买频次', '客户满意度', '意向', '流失风险', '购买可能', '年龄', '性别'])(
    'lets a customer carry one of %s',
    (group) => {
      const found = tree.resolve(group);
      expect(found.kind === 'one' && tree.node(found.id)?.exclusive).toBe(true);
    },
  );

  it('lets a customer use several ways of contact', () => {
    expect(tree.exclusiveRoot('by_phone')).toBeNull();
  });

  it('understands every tag by id, label in both languages, and hyphen', () => {
    for (const node of defaultLibrary.nodes) {
      const one = { kind: 'one', id: node.id };
      expect(tree.resolve(node.id)).toEqual(one);
      expect(tree.resolve(tree.label(node.id))).toEqual(one);
      expect(tree.resolve(tree.label(node.id, 'en'))).toEqual(one);
      if (node.parent !== null) expect(tree.resolve(tree.label(node.id).replace(':', '-'))).toEqual(one);
    }
  });
});
