import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { TagwiseError } from '../../src/errors.ts';
import { readSegment } from '../../src/segments/read-segment.ts';
import { understood } from '../../src/segments/understood.ts';
import { errors } from '../../src/text/errors.ts';
import { anyBound, anyText, saved, tags } from '../support/any-query.ts';
import { aLibrary, aNode } from '../support/small-library.ts';

const zh = (query: string): string => understood({ bound: readSegment({ query, tags, saved }).bound, tags, lang: 'zh' });
const en = (query: string): string => understood({ bound: readSegment({ query, tags, saved }).bound, tags, lang: 'en' });

function failure(query: string): TagwiseError {
  try {
    readSegment({ query, tags });
  } catch (error) {
    if (error instanceof TagwiseError) return error;
    throw error;
  }
  throw new Error(`${query} was understood`);
}

it.each(['constructor', 'toString', 'VIP hasOwnProperty'])(
  '%s is a name that no tag has, and no word that joins others',
  (query) => {
    expect(failure(query)).toMatchObject({ code: 'segment_unknown_term' });
  },
);

describe('a query is understood', () => {
  it.each([
    ['VIP 静默', 'VIP客户 且 静默', 'VIP and Silent'],
    ['VIP 静默 或 投诉客户', '(VIP客户 且 静默) 或 投诉客户', '(VIP and Silent) or Complained'],
    ['vip -已成交', 'VIP客户 且 非 已成交', 'VIP and not Won'],
    ['意向-高', '意向:高', '"Intent level:High"'],
    ['阶段:报价中', '报价中', 'Quoting'],
    ['优质渠道', '优质渠道', '"Good channels"'],
    ['-(VIP 静默)', '非 (VIP客户 且 静默)', 'not (VIP and Silent)'],
  ])('%s', (query, chinese, english) => {
    expect(zh(query)).toBe(chinese);
    expect(en(query)).toBe(english);
  });

  it.each([
    ['非活跃', '非活跃'],
    ['不满意', '不满意'],
    ['非VIP', '非 VIP客户'],
    ['不是VIP', '非 VIP客户'],
    ['不是非活跃', '非 非活跃'],
    ['非非活跃', '非 非活跃'],
    ['非阶段:报价中', '非 报价中'],
    ['-非活跃', '非 非活跃'],
    ['非 活跃度', '非 活跃度'],
  ])('%s: a negation glued to a word, unless the word is a tag', (query, chinese) => {
    expect(zh(query)).toBe(chinese);
  });

  it.each([
    ['VIP且静默', 'VIP客户 且 静默'],
    ['VIP且静默或投诉客户', '(VIP客户 且 静默) 或 投诉客户'],
    ['大客户 VIP或静默 投诉客户', '(大客户 且 VIP客户) 或 (静默 且 投诉客户)'],
    ['非VIP且非静默', '非 VIP客户 且 非 静默'],
    ['VIP或者静默', 'VIP客户 或 静默'],
    ['VIP和静默并且非投诉客户', 'VIP客户 且 静默 且 非 投诉客户'],
    ['消费超过1万并且静默', '消费 超过 10,000 元 且 静默'],
    ['静默超过30天和VIP', '静默 超过 30 天 且 VIP客户'],
  ])('%s: words joined without a space bind as with one', (query, chinese) => {
    expect(zh(query)).toBe(chinese);
  });

  it.each([
    ['VIP 或者 静默 投诉客户', 'VIP客户 或 (静默 且 投诉客户)'],
    ['VIP 并且 静默', 'VIP客户 且 静默'],
    ['(VIP 和 静默) 或者 -投诉客户', '(VIP客户 且 静默) 或 非 投诉客户'],
    ['城市:和平', '地区:和平'],
  ])('%s: longer words join too', (query, chinese) => {
    expect(zh(query)).toBe(chinese);
  });

  it('but a tag that is called so is a tag, bare and in quotes; and 和 within any other name joins nothing', () => {
    const named = [
      ['he', '和'],
      ['or', '或者'],
      ['a', '甲'],
    ].map(([id = '', name = '']) => aNode({ id, name, kind: 'tag' }));
    const own = createTagTree(aLibrary(named));
    const said = (query: string) => understood({ bound: readSegment({ query, tags: own }).bound, tags: own, lang: 'zh' });
    expect(said('甲 和')).toBe('甲 且 和');
    expect(said('"和" 并且 或者')).toBe('和 且 或者');
    expect(failure('VIP和平').code).toBe('segment_unknown_term');
    expect(failure('和').code).toBe('segment_expected_term');
  });

  it.each([
    ['静默>30天', '静默 超过 30 天', 'silence over 30 days'],
    ['静默客户不到1天', '静默 不到 1 天', 'silence under 1 day'],
    ['互动特征:静默>2周', '互动特征:静默 超过 14 天', 'Interaction:Silent over 14 days'],
    ['VIP 消费>1万', 'VIP客户 且 消费 超过 10,000 元', 'VIP and spend over 10,000'],
    ['报价中>3天', '报价中 超过 3 天', 'Quoting over 3 days'],
    ['报价中>=3', '报价中 至少 3 天', 'Quoting at least 3 days'],
    ['非VIP<=1月', '非 VIP客户 至多 30 天', 'not VIP at most 30 days'],
    ['待催单 或 消费超过10,000', '待催单 或 消费 超过 10,000 元', '"Chase quote" or spend over 10,000'],
    ['总消费=0.5', '总消费 等于 0.5 元', 'totalspend exactly 0.5'],
    ['订单>=2笔 互动<3次', '订单数 至少 2 笔 且 互动 不到 3 次', 'orders at least 2 and interactions under 3'],
    ['最近联系>1年且VIP', '最近联系 超过 365 天 且 VIP客户', 'lastcontact over 365 days and VIP'],
    ['VIP或消费>1', 'VIP客户 或 消费 超过 1 元', 'VIP or spend over 1'],
    ['VIP且城市:上海', 'VIP客户 且 地区:上海', 'VIP and region:上海'],
    ['region:上海', '地区:上海', 'region:上海'],
    ['负责人:Li', '负责人:Li', 'owner:Li'],
    ['字段.行业:教育', '字段.行业:教育', 'field.industry:教育'],
    ['?VIP -?意向:高', '?VIP客户 且 非 ?意向:高', '?VIP and not ?"Intent level:High"'],
    ['@大户 静默', '(VIP客户 或 消费 超过 10,000 元) 且 静默', '(VIP or spend over 10,000) and Silent'],
    ['非@醒着的大户', '非 ((VIP客户 或 消费 超过 10,000 元) 且 非 静默)', 'not ((VIP or spend over 10,000) and not Silent)'],
    ['客单价>一千', '客单价 超过 1,000 元', 'averageorder over 1,000'],
    ['推荐次数>=2', '推荐次数 至少 2 次', 'referrals at least 2'],
    ['投诉次数>1', '投诉次数 超过 1 次', 'complaints over 1'],
    ['创建不到7天', '建档 不到 7 天', 'created under 7 days'],
    ['生年>1990年', '出生年份 超过 1990年', 'birthyear over 1990'],
    ['-城市:"a b"', '非 "地区:a b"', 'not "region:a b"'],
  ])('%s: a condition in words that can be typed back', (query, chinese, english) => {
    expect(zh(query)).toBe(chinese);
    expect(en(query)).toBe(english);
    expect(zh(chinese)).toBe(chinese);
    expect(en(english)).toBe(english);
  });

  it("takes a group's tag before a field, and a tag whose name reads like a condition for the tag", () => {
    expect(readSegment({ query: '行业:教育', tags }).bound).toMatchObject({ kind: 'tag' });
    const small = createTagTree(
      aLibrary([
        aNode({ id: 'g', kind: 'group' }),
        ...['成交', '成交超过3天', '消费'].map((name, place) => aNode({ id: `t${place}`, kind: 'tag', name, parent: 'g' })),
      ]),
    );
    expect(readSegment({ query: '成交超过3天', tags: small }).bound).toMatchObject({ kind: 'tag', id: 't1' });
    expect(readSegment({ query: '成交超过4天', tags: small }).bound).toMatchObject({ kind: 'age', id: 't0', days: 4 });
    const age = readSegment({ query: '"消费">4天', tags: small }).bound;
    expect(age).toMatchObject({ kind: 'age', id: 't2' });
    const said = understood({ bound: age, tags: small, lang: 'zh' });
    expect(readSegment({ query: said, tags: small }).bound).toEqual(age);
  });

  it('takes the name of a colleague for their id too', () => {
    const person = (word: string) => (word === 'Li' ? 'li_01' : undefined);
    expect(readSegment({ query: 'owner:Li', tags, person }).bound).toMatchObject({ keys: ['owner:li', 'owner:li_01'] });
  });

  it('takes a name with 或 in it for the tag it names', () => {
    const small = createTagTree(
      aLibrary([
        aNode({ id: 'g', kind: 'group' }),
        ...['红', '蓝', '红或蓝'].map((name, place) => aNode({ id: `t${place}`, kind: 'tag', name, parent: 'g' })),
      ]),
    );
    expect(readSegment({ query: '红或蓝', tags: small }).bound).toEqual({ kind: 'tag', id: 't2', carriers: ['t2'] });
    expect(readSegment({ query: '蓝或红', tags: small }).bound.kind).toBe('or');
    expect(understood({ bound: readSegment({ query: '红或蓝 -红', tags: small }).bound, tags: small, lang: 'zh' })).toBe(
      '红或蓝 且 非 红',
    );
  });

  it('takes a quoted word letter by letter', () => {
    expect(zh('"非活跃"')).toBe('非活跃');
    expect(failure('"非VIP"').code).toBe('segment_unknown_term');
    expect(failure('"VIP且静默"').code).toBe('segment_unknown_term');
  });

  it('as all that can be carried of a node', () => {
    expect(readSegment({ query: '来源', tags }).bound).toMatchObject({
      id: 'source',
      carriers: ['website', 'referred', 'search_engine', 'social_media', 'offline_event'],
    });
    expect(readSegment({ query: '优质渠道', tags }).bound).toMatchObject({ carriers: ['website', 'referred'] });
    expect(readSegment({ query: '兴趣', tags }).bound).toMatchObject({ carriers: [] });
  });

  it('so that what it says, typed in, is understood the same', () => {
    fc.assert(
      fc.property(anyBound, fc.constantFrom('zh' as const, 'en' as const), (bound, lang) => {
        const said = understood({ bound, tags, lang });
        if (said.length > 2000) return;
        expect(readSegment({ query: said, tags }).bound).toEqual(bound);
      }),
      { numRuns: 1000 },
    );
  });

  it('quotes a name that a query would read otherwise, and falls back on the id', () => {
    const odd = createTagTree(
      aLibrary([
        aNode({ id: 'g', kind: 'group', name: '组' }),
        ...['或', 'a b', '"x"', '消费>1', '-y', '?', 'k:v', '(', 'a&gt;b'].map((name, place) =>
          aNode({ id: `t${place}`, kind: 'tag', name, parent: 'g' }),
        ),
        aNode({ id: 'h', kind: 'group', name: '组', parent: 'g' }),
        aNode({ id: 'twin', kind: 'tag', name: 'a b', parent: 'h' }),
      ]),
    );
    for (const id of odd.order) {
      const bound = { kind: 'tag' as const, id, carriers: [...odd.descendants(id)] };
      expect(readSegment({ query: understood({ bound, tags: odd, lang: 'zh' }), tags: odd }).bound).toEqual(bound);
    }
    expect(understood({ bound: { kind: 'tag', id: 'twin', carriers: ['twin'] }, tags: odd, lang: 'zh' })).toBe('twin');
  });
});

describe('a word that is not a tag', () => {
  it.each<[string, string, string, number, string]>([
    ['VIP 静默户', 'segment_unknown_term', '静默户', 4, '互动特征:静默'],
    ['VІP', 'segment_unknown_term', 'VІP', 0, '价值分层:VIP客户'],
    ['VIP 高', 'segment_ambiguous_term', '高', 4, '意向:高、流失风险:高、购买可能:高'],
    ['非高', 'segment_ambiguous_term', '非高', 0, '意向:高、流失风险:高、购买可能:高'],
    ['来源:官网站', 'segment_unknown_term', '来源:官网站', 0, '来源:官网'],
    ['VIP-普通', 'segment_unknown_term', 'VIP-普通', 0, '价值分层:普通客户'],
    ['VIP或静黙', 'segment_unknown_term', '静黙', 4, '互动特征:静默'],
  ])('%s: %s', (query, code, word, at, candidate) => {
    const error = failure(query);
    expect(error).toMatchObject({ code, exit: 1, params: { word, at, length: word.length } });
    expect(error.params['candidates']).toContain(candidate);
  });

  it.each<[string, string]>([
    ['静默户>30天', 'segment_unknown_term'],
    ['高>3天', 'segment_ambiguous_term'],
    ['"消费">3', 'segment_unknown_term'],
    ['消费', 'segment_fact_alone'],
    ['消费>30天', 'segment_wrong_unit'],
    ['静默>30元', 'segment_wrong_unit'],
    ['订单>3天', 'segment_wrong_unit'],
    ['@saved', 'segment_unknown_saved'],
    ['?高', 'segment_ambiguous_term'],
    ['?消费', 'segment_unknown_term'],
    ['出生年份>3天', 'segment_wrong_unit'],
    ['生年:abc', 'bad_field'],
  ])('%s: %s', (query, code) => {
    expect(failure(query)).toMatchObject({ code, exit: 1 });
  });

  it.each(['高', '非高', 'Price', '优质渠到', 'complane'])(
    'the names that %s is answered with mean what they say, typed as they stand',
    (query) => {
      const { params } = failure(query);
      const shown = (list: string | number | undefined, sign: string) => String(list).split(sign);
      const chinese = shown(params['candidates'], '、');
      const english = shown(params['candidatesEn'], ', ');
      expect(english.length).toBe(chinese.length);
      expect(chinese.length).toBeGreaterThan(0);
      for (const [n, name] of english.entries()) {
        expect(readSegment({ query: name, tags }).bound).toMatchObject({ kind: 'tag' });
        expect(readSegment({ query: name, tags }).bound).toEqual(readSegment({ query: chinese[n] ?? '', tags }).bound);
      }
    },
  );

  it('names the first one and gives no part of an answer', () => {
    expect(failure('VIP foo-x bar-y').params['word']).toBe('foo-x');
  });
});

describe('any text', () => {
  it('is understood, or refused with a sentence that says where', () => {
    let understoodOnes = 0;
    fc.assert(
      fc.property(anyText, (query) => {
        try {
          const { tree, bound } = readSegment({ query, tags, saved });
          expect(tree.to).toBeLessThanOrEqual(query.length);
          expect(understood({ bound, tags, lang: 'zh' })).not.toBe('');
          understoodOnes += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(TagwiseError);
          const { code, params } = error as TagwiseError;
          if (code !== 'segment_empty') expect(params['at']).toBeLessThanOrEqual(query.length);
          for (const lang of ['zh', 'en'] as const) {
            expect(errors[code]?.[lang](params)).not.toMatch(/undefined|NaN/);
            expect(errors[code]?.hint?.[lang](params)).not.toMatch(/undefined|NaN/);
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(understoodOnes).toBeGreaterThan(100);
  });
});
