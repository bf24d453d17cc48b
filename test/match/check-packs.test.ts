import { describe, expect, test } from 'vitest';
import { checkPacks } from '../../src/match/check-packs.ts';
import { gatherTopics } from '../../src/match/gather-topics.ts';
import type { KeywordPack } from '../../src/match/keyword-pack.ts';
import { stemShare } from '../../src/match/stem-share.ts';

const varied =
  '报价 询盘 开价 核价 出个单子 算一下费用 要份方案 预估费用 给个数 成本核算 打包价 批量价 项目预算书 商务标书 合同价'.split(' ');

const LINES: Record<string, number[]> = { phrases: [4], hits: [20, 21], misses: [30, 31] };

function pack(changes: Partial<KeywordPack>): KeywordPack {
  return {
    file: 'zh/a.yaml',
    topic: 'request_quote',
    tags: ['request_quote'],
    needs: { hits: 1, days: 7 },
    demand: true,
    phrases: varied,
    except: [],
    alone: [],
    hits: ['给我报价'],
    misses: ['先别报价'],
    lineOf: ([list, at]) => LINES[String(list)]?.[Number(at ?? 0)] ?? null,
    ...changes,
  };
}
const check = (changes: Partial<KeywordPack>) =>
  checkPacks({ packs: [pack(changes)], topics: gatherTopics([pack(changes)]).topics });

describe('checking packs', () => {
  test('a good pack has no problems', () => {
    expect(check({})).toEqual([]);
  });

  test('a message that should be found and is not is named by its line, not by its words', () => {
    const problems = check({ hits: ['给我报价', '你好'] });
    expect(problems).toMatchObject([{ file: 'zh/a.yaml', line: 21, field: 'hits[1]' }]);
    expect(JSON.stringify(problems)).not.toContain('你好');
  });

  test('a message that should not be found and is', () => {
    expect(check({ misses: ['先别报价', '麻烦报价'] })).toMatchObject([{ line: 31, field: 'misses[1]' }]);
  });

  test('too few phrases', () => {
    expect(check({ phrases: varied.slice(0, 14) })).toMatchObject([{ line: 4, field: 'phrases' }]);
  });

  test('too many phrases of one stem', () => {
    const phrases = [...varied.slice(0, 9), ...['甲', '乙', '丙', '丁', '戊', '己'].map((word) => `${word}报价`)];
    expect(check({ phrases })).toMatchObject([{ line: 4, field: 'phrases' }]);
  });
});

describe('the share of the commonest stem', () => {
  test.each([
    [['报价', '报价单', '发票'], 2 / 3],
    [['quote', 'quotes please', 'a quotation'], 2 / 3],
    [['quotation', 'quotations'], 1],
    [['贵', '急'], 0],
    [[], 0],
  ])('%j: %d', (phrases, share) => {
    expect(stemShare(phrases)).toBe(share);
  });
});
