import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSegment } from '../../src/segments/compile.ts';
import { evaluateSegment } from '../../src/segments/evaluate.ts';
import { readSegment } from '../../src/segments/read-segment.ts';
import { anyBound, anySubject, moment, NOW, storedForm, tags } from '../support/any-query.ts';
import { nestingOf, readFilter } from '../support/read-filter.ts';

const compiled = (query: string) => compileSegment(readSegment({ query, tags }).bound, moment);
const nobody = {
  spend: 0,
  totalSpend: 0,
  averageOrder: 0,
  orders: 0,
  interactions: 0,
  referrals: 0,
  complaints: 0,
  silentSince: NOW,
  lastPurchaseAt: null,
  contactAt: NOW,
  createdAt: NOW,
  birthYear: null,
  profile: [],
};
const carrying = (tagIds: readonly string[]) => ({
  tags: Object.fromEntries(tagIds.map((id) => [id, { since: NOW }])),
  suggested: [],
  facts: nobody,
});
const matches = (query: string, ...tagIds: string[]): boolean =>
  evaluateSegment({ bound: readSegment({ query, tags }).bound, customer: carrying(tagIds), moment });

describe('who is in a segment', () => {
  it.each<[string, string[], boolean]>([
    ['VIP 静默', ['vip', 'silent'], true],
    ['VIP 静默', ['vip'], false],
    ['VIP 静默 或 投诉客户', ['complained'], true],
    ['-VIP', [], true],
    ['-VIP -静默', [], true],
    ['-VIP', ['vip'], false],
    ['-(VIP 静默)', ['vip'], true],
    ['-(VIP 静默)', ['vip', 'silent'], false],
    ['来源', ['website'], true],
    ['-来源', ['website'], false],
    ['优质渠道', ['search_engine'], false],
    ['来源 -优质渠道', ['search_engine'], true],
    ['需求与意向', ['intent_high'], true],
    ['兴趣', ['vip'], false],
    ['-兴趣', ['vip'], true],
  ])('%s with %j: %s', (query, tagIds, expected) => {
    expect(matches(query, ...tagIds)).toBe(expected);
    expect(readFilter(compiled(query), storedForm(carrying(tagIds)))).toBe(expected);
  });
});

describe('a compiled segment', () => {
  it.each<[string, unknown]>([
    ['VIP', { tagIds: { $in: ['vip'] } }],
    ['-VIP', { tagIds: { $nin: ['vip'] } }],
    ['--VIP', { tagIds: { $in: ['vip'] } }],
    ['VIP 静默', { $and: [{ tagIds: { $in: ['vip'] } }, { tagIds: { $in: ['silent'] } }] }],
    ['VIP 或 静默', { tagIds: { $in: ['vip', 'silent'] } }],
    ['VIP -VIP', { $and: [{ tagIds: { $in: [] } }, { tagIds: { $nin: ['vip'] } }] }],
    ['(VIP 或 静默) -静默', { $and: [{ tagIds: { $in: ['vip'] } }, { tagIds: { $nin: ['silent'] } }] }],
    ['-VIP -静默', { tagIds: { $nin: ['vip', 'silent'] } }],
    ['-(VIP 或 静默)', { tagIds: { $nin: ['vip', 'silent'] } }],
    ['-(VIP 静默)', { $or: [{ tagIds: { $nin: ['vip'] } }, { tagIds: { $nin: ['silent'] } }] }],
    [
      '(VIP 静默) 投诉客户',
      { $and: [{ tagIds: { $in: ['vip'] } }, { tagIds: { $in: ['silent'] } }, { tagIds: { $in: ['complained'] } }] },
    ],
    ['兴趣', { tagIds: { $in: [] } }],
  ])('%s', (query, filter) => {
    expect(compiled(query)).toEqual(filter);
  });

  it('says what the evaluator says, of any segment and any customer', () => {
    fc.assert(
      fc.property(anyBound, fc.array(anySubject, { minLength: 1, maxLength: 8 }), (bound, customers) => {
        const filter = compileSegment(bound, moment);
        for (const customer of customers)
          expect(readFilter(filter, storedForm(customer))).toBe(evaluateSegment({ bound, customer, moment }));
      }),
      { numRuns: 2000 },
    );
  });

  it('excludes exactly whom its negation includes', () => {
    fc.assert(
      fc.property(anyBound, anySubject, (bound, customer) => {
        const doc = storedForm(customer);
        const without = compileSegment({ kind: 'not', item: bound }, moment);
        expect(readFilter(without, doc)).toBe(!readFilter(compileSegment(bound, moment), doc));
      }),
      { numRuns: 500 },
    );
  });

  it('holds nothing but its operators, stored fields, ids of the library and values', () => {
    const facts = Object.keys(nobody);
    const allowed = new Set([
      ...['$and', '$or', '$in', '$nin', '$not', '$eq', '$gt', '$gte', '$lt', '$lte', 'tagIds', 'suggestedIds'],
      ...facts.map((fact) => `facts.${fact}`),
      ...tags.order.map((id) => `state.tags.${id}.since`),
    ]);
    const values = [...tags.order, 'region:上海', 'owner:li', 'industry:教育', 'company:a b>3'];
    fc.assert(
      fc.property(anyBound, (bound) => {
        JSON.stringify(compileSegment(bound, moment), (key, value) => {
          expect(key === '' || /^\d+$/.test(key) || allowed.has(key)).toBe(true);
          if (typeof value === 'string') expect(values).toContain(value);
          return value;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('stays within the nesting that MongoDB takes, for the deepest query that is read', () => {
    const deep = Array.from({ length: 15 }).reduce<string>(
      (inside) => `VIP (静默 或 (大客户 -(投诉客户 ${inside})))`.replace(/^/, ''),
      '会员',
    );
    expect(() => compiled(deep)).toThrow(expect.objectContaining({ code: 'segment_too_deep' }));
    let query = '会员';
    for (let level = 0; level < 16; level += 1) query = `VIP 静默 或 大客户 (${query})`;
    expect(nestingOf(compiled(query))).toBeLessThan(100);
    expect(nestingOf(compiled(query))).toBeGreaterThan(60);
    expect(() => compiled(`VIP 静默 或 大客户 (${query})`)).toThrow(expect.objectContaining({ code: 'segment_too_deep' }));
  });
});
