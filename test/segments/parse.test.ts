import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TagwiseError, UsageError, UserError } from '../../src/errors.ts';
import { parseSegment } from '../../src/segments/parse.ts';
import { printSegment } from '../../src/segments/print.ts';
import type { Tree } from '../../src/segments/tree.ts';
import { anyShape, anyText, shapeOf } from '../support/any-query.ts';

/** A tree in brackets, as one would draw it. */
function draw(tree: Tree): string {
  switch (tree.kind) {
    case 'term':
      return tree.quoted ? `«${tree.text}»` : tree.text;
    case 'condition':
      return `${tree.quoted ? `«${tree.text}»` : tree.text}${tree.operator}${tree.number}${tree.unit ?? ''}`;
    case 'suggested':
      return `?${tree.text}`;
    case 'saved':
      return `@${tree.text}`;
    case 'not':
      return `!${draw(tree.item)}`;
    default:
      return `(${tree.items.map(draw).join(tree.kind === 'and' ? ' & ' : ' | ')})`;
  }
}

describe('a query binds', () => {
  it.each([
    ['VIP', 'VIP'],
    ['VIP 静默', '(VIP & 静默)'],
    ['VIP 静默 或 投诉客户', '((VIP & 静默) | 投诉客户)'],
    ['投诉客户 或 VIP 静默', '(投诉客户 | (VIP & 静默))'],
    ['-VIP 静默', '(!VIP & 静默)'],
    ['-(VIP 静默)', '!(VIP & 静默)'],
    ['VIP and 静默 且 大客户', '(VIP & 静默 & 大客户)'],
    ['VIP AND 静默 Or x', '((VIP & 静默) | x)'],
    ['VIP | 静默｜x', '(VIP | 静默 | x)'],
    ['非 VIP 不是 静默 not x', '(!VIP & !静默 & !x)'],
    ['非(VIP 静默)', '!(VIP & 静默)'],
    ['（VIP 或 静默） －x', '((VIP | 静默) & !x)'],
    ['(VIP)(静默)', '(VIP & 静默)'],
    ['VIP(静默)', '(VIP & 静默)'],
    ['(a b) c', '((a & b) & c)'],
    ['a 或 (b 或 c)', '(a | (b | c))'],
    ['--VIP', '!!VIP'],
    ['- VIP', '!VIP'],
    ['VIP-普通', 'VIP-普通'],
    ['VIP -普通', '(VIP & !普通)'],
    ['非活跃', '非活跃'],
    ['来源-官网', '来源-官网'],
    ['10-99人', '10-99人'],
    ['阶段:报价中', '阶段:报价中'],
    ['阶段： 报价中 x', '(阶段：报价中 & x)'],
    ['阶段 :报价中', '阶段:报价中'],
    ['"a b"', '«a b»'],
    ['“a b” c', '(«a b» & c)'],
    ['"and"', '«and»'],
    ['"消费>1000"', '«消费>1000»'],
    ['"a \\" b"', '«a " b»'],
    ['组:"a b"', '«组:a b»'],
    ['"我的 组":x y', '(«我的 组:x» & y)'],
    ['a"b"', '(a & «b»)'],
    ['R&amp;D', 'R&D'],
    ['VIP\u3000静默', '(VIP & 静默)'],
    ['\u200b VIP', 'VIP'],
    ['android', 'android'],
    ['?VIP 静默', '(?VIP & 静默)'],
    ['-？意向:高', '!?意向:高'],
    ['非?VIP', '!?VIP'],
    ['@大户 或 ＠"a b"', '(@大户 | @a b)'],
    ['a@b.c', 'a@b.c'],
  ])('%s as %s', (query, drawn) => {
    expect(draw(parseSegment(query))).toBe(drawn);
  });

  it('and every part knows where it stands', () => {
    const query = 'VIP -静默 或 "a b"';
    const tree = parseSegment(query);
    const parts: string[] = [];
    const walk = (part: Tree): void => {
      parts.push(query.slice(part.from, part.to));
      if (part.kind === 'not') walk(part.item);
      if (part.kind === 'and' || part.kind === 'or') part.items.forEach(walk);
    };
    walk(tree);
    expect(parts).toEqual([query, 'VIP -静默', 'VIP', '-静默', '静默', '"a b"']);
  });
});

describe('a condition', () => {
  it.each([
    ['消费>1000', '消费>1000'],
    ['VIP 消费＞1000', '(VIP & 消费>1000)'],
    ['静默&gt;30天', '静默>30day'],
    ['静默 &gt;= 30 天 VIP', '(静默>=30day & VIP)'],
    ['消费 < 5', '消费<5'],
    ['消费≥1万', '消费>=10000'],
    ['消费<=1.1万元', '消费<=11000money'],
    ['消费超过10,000', '消费>10000'],
    ['消费 超过 ￥10，000 或 VIP', '(消费>10000 | VIP)'],
    ['消费不超过1亿', '消费<=100000000'],
    ['静默至少2周且VIP', '(静默>=2week & 且VIP)'],
    ['静默大于等于1个月', '静默>=1month'],
    ['静默大于1年)', ''],
    ['a不到３天', 'a<3day'],
    ['a至多5', 'a<=5'],
    ['a小于5(b)', '(a<5 & b)'],
    ['-a=5d', '!a=5day'],
    ['a over 3 weeks b', '(a>3week & b)'],
    ['"a b" at least 3 months', '«a b»>=3month'],
    ['turnover 5', '(turnover & 5)'],
    ['报价超过3天未回', '报价超过3天未回'],
    ['超过 大于5', '超过>5'],
    ['a>3 VIP', '(a>3 & VIP)'],
    ['消费超过一万', '消费>10000'],
    ['消费>两千五百元 VIP', '(消费>2500money & VIP)'],
    ['静默>一个月', '静默>1month'],
    ['静默超过半年', '静默>0.5year'],
    ['静默超过两个半月', '静默>2.5month'],
    ['静默>一年半', '静默>1.5year'],
    ['报价中不到三天', '报价中<3day'],
    ['消费1万以上', '消费>=10000'],
    ['消费 一万五 以下 VIP', '(消费<=15000 & VIP)'],
    ['静默30天以上', '静默>=30day'],
    ['最近联系一周以内', '最近联系<=1week'],
    ['公司规模:1000人以上', '公司规模:1000人以上'],
  ])('%s as %s', (query, drawn) => {
    if (drawn === '') expect(() => parseSegment(query)).toThrow(UsageError);
    else expect(draw(parseSegment(query))).toBe(drawn);
  });

  it.each<[string, string]>([
    ['a=b', 'segment_expected_number'],
    ['静默>', 'segment_expected_number'],
    ['静默>x', 'segment_expected_number'],
    ['静默>3天x', 'segment_expected_number'],
    ['>30天', 'segment_expected_term'],
    ['a>3>4', 'segment_expected_number'],
    ['a>3 >4', 'segment_expected_term'],
    ['消费>999999亿', 'segment_number_too_large'],
    ['消费>万', 'segment_expected_number'],
    ['消费>千百', 'segment_expected_number'],
    ['消费>一百半', 'segment_expected_number'],
    ['?', 'segment_expected_name'],
    ['VIP @ 大户', 'segment_expected_name'],
    ['?(VIP)', 'segment_expected_name'],
    ['?VIP>3天', 'segment_expected_term'],
  ])('%s is none: %s', (query, code) => {
    expect(() => parseSegment(query)).toThrow(expect.objectContaining({ code }));
  });
});

describe('what is not a query', () => {
  it.each<[string, string, number | undefined]>([
    ['', 'segment_empty', undefined],
    [' \u3000\u200b', 'segment_empty', undefined],
    ['VIP 或', 'segment_expected_term', 5],
    ['或 VIP', 'segment_expected_term', 0],
    ['VIP 或 或 静默', 'segment_expected_term', 6],
    ['VIP and', 'segment_expected_term', 7],
    ['-', 'segment_expected_term', 1],
    ['()', 'segment_expected_term', 1],
    ['(VIP', 'segment_open_bracket', 0],
    ['VIP ((静默)', 'segment_open_bracket', 4],
    ['VIP)', 'segment_close_bracket', 3],
    [')', 'segment_expected_term', 0],
    ['VIP "静默', 'segment_open_quote', 4],
    ['"a\\', 'segment_open_quote', 0],
    ['x "" y', 'segment_expected_term', 2],
    ['x 阶段:', 'segment_expected_term', 2],
    ['(:报价中)', 'segment_expected_term', 1],
  ])('%j is %s at %s', (query, code, at) => {
    expect(() => parseSegment(query)).toThrow(expect.objectContaining({ code, exit: 2 }));
    try {
      parseSegment(query);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect((error as UsageError).params['at']).toBe(at);
    }
  });

  it('is read only so long and so deep', () => {
    expect(() => parseSegment('a '.repeat(1001))).toThrow(expect.objectContaining({ code: 'segment_too_long' }));
    for (const sign of ['(', '-', 'not ']) {
      expect(() => parseSegment(`${sign.repeat(400)}a`)).toThrow(expect.objectContaining({ code: 'segment_too_deep' }));
    }
    expect(draw(parseSegment(`${'('.repeat(16)}a${')'.repeat(16)}`))).toBe('a');
  });
});

describe('any text', () => {
  it('gives a tree or one of our errors', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          parseSegment(text);
        } catch (error) {
          expect(error).toBeInstanceOf(TagwiseError);
          expect(error instanceof UsageError || error instanceof UserError).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('that is a query means the same when printed', () => {
    let read = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        let tree: Tree;
        try {
          tree = parseSegment(text);
        } catch {
          return;
        }
        read += 1;
        expect(shapeOf(parseSegment(printSegment(tree)))).toEqual(shapeOf(tree));
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it('and any tree is printed so that it is read again', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        const printed = printSegment(shape as Tree);
        if (printed.length > 2000) return;
        expect(shapeOf(parseSegment(printed))).toEqual(shape);
      }),
      { numRuns: 1000 },
    );
  });

  it('is printed in its shortest form', () => {
    const print = (query: string): string => printSegment(parseSegment(query));
    expect(print('（VIP and 静默）or 不是 "a b"')).toBe('VIP 静默 或 -"a b"');
    expect(print('VIP 且 （静默 | 投诉客户）')).toBe('VIP (静默 或 投诉客户)');
    expect(print('not (VIP 静默)')).toBe('-(VIP 静默)');
    expect(print('--VIP')).toBe('-(-VIP)');
  });
});
