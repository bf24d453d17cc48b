import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTags } from '../../src/domain/find-tags.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { anyLibrary } from '../support/any-library.ts';
import { defaultLibrary } from '../support/default-library.ts';
import { aLibrary, aNode } from '../support/small-library.ts';

const tree = createTagTree(defaultLibrary);

describe('a word', () => {
  it.each([
    ['静默', 'silent'],
    ['silent', 'silent'],
    ['SILENT', 'silent'],
    ['来源:官网', 'website'],
    ['来源：官网', 'website'],
    ['来源-官网', 'website'],
    ['来源－官网', 'website'],
    ['来源 : 官网', 'website'],
    ['优质渠道:官网', 'website'],
    ['Source:Website', 'website'],
    ['source:官网', 'website'],
    ['阶段:报价中', 'quoting'],
    ['需求与意向:高', 'intent_high'],
    ['需求与意向:意向:高', 'intent_high'],
    ['意向-高', 'intent_high'],
    ['18-25', 'age_18_25'],
    ['年龄-18-25', 'age_18_25'],
    ['ＶＩＰ', 'vip'],
    ['V\u200bIP', 'vip'],
    ['价值分层:VIP客户', 'vip'],
    ['客户等级:VIP', 'vip'],
  ])('%s means %s', (word, id) => {
    expect(tree.resolve(word)).toEqual({ kind: 'one', id });
  });

  it('that several tags bear is ambiguous', () => {
    expect(tree.resolve('高')).toEqual({ kind: 'ambiguous', ids: ['intent_high', 'churn_high', 'likely_high'] });
    expect(tree.resolve('预测:高')).toEqual({ kind: 'ambiguous', ids: ['churn_high', 'likely_high'] });
  });

  it.each(['VІP', 'VlP', 'V.I.P', 'V1P', 'VIP客戶', '价值分层:VІP', 'ѴIP客户'])('that looks like VIP is not VIP: %s', (word) => {
    expect(tree.resolve(word)).toEqual({ kind: 'unknown', near: expect.arrayContaining(['vip']) });
    const found = tree.resolve(word);
    expect(found.kind === 'unknown' && found.near[0]).toBe('vip');
  });

  it.each([
    ['静默户', 'silent'],
    ['询加', 'ask_price'],
    ['投诉客', 'complained'],
    ['行为:报价', 'quoting'],
    ['slient', 'silent'],
  ])('%s is unknown, but close to %s', (word, id) => {
    const found = tree.resolve(word);
    expect(found.kind === 'unknown' && found.near.includes(id)).toBe(true);
  });

  it.each([
    '',
    ' ',
    ':',
    '-',
    '官网:来源',
    '来源:来源',
    '来源:',
    ':官网',
    '价值分层:官网',
    'constructor',
    '__proto__',
    '龘龘龘龘',
  ])('%j means nothing', (word) => {
    expect(tree.resolve(word).kind).toBe('unknown');
  });

  it('of any length is answered at once', () => {
    for (const word of ['来源-'.repeat(60), '-:'.repeat(5000), '来'.repeat(100_000), `${'来源:'.repeat(50)}官网`]) {
      const before = performance.now();
      expect(tree.resolve(word).kind).toBe('unknown');
      expect(performance.now() - before).toBeLessThan(1000);
    }
  });

  it('never throws, and names only nodes there are', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'来源官网:-：高意向VIP客户 ') })),
        (word) => {
          const found = tree.resolve(word);
          const ids = found.kind === 'one' ? [found.id] : found.kind === 'ambiguous' ? found.ids : found.near;
          expect(ids.every((id) => tree.node(id) !== undefined)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an id', () => {
  it('goes on meaning its tag when another tag takes the word as its name', () => {
    const small = createTagTree(
      aLibrary([
        aNode({ id: 'g', kind: 'group' }),
        aNode({ id: 'gold', kind: 'tag', name: '金', parent: 'g' }),
        aNode({ id: 'x', kind: 'tag', name: 'gold', parent: 'g' }),
      ]),
    );
    expect(small.resolve('gold')).toEqual({ kind: 'one', id: 'gold' });
    expect(small.resolve('Gold')).toEqual({ kind: 'ambiguous', ids: ['gold', 'x'] });
  });
});

describe('an archived tag', () => {
  const small = createTagTree(
    aLibrary([
      aNode({ id: 'g', kind: 'group' }),
      aNode({ id: 'old', kind: 'tag', name: '会员', parent: 'g', archived: true }),
      aNode({ id: 'h', kind: 'group' }),
      aNode({ id: 'new', kind: 'tag', name: '会员', parent: 'h' }),
      aNode({ id: 'gone', kind: 'tag', name: '停用', parent: 'h', archived: true }),
    ]),
  );

  it('keeps its name, but gives way to one in use', () => {
    expect(small.resolve('会员')).toEqual({ kind: 'one', id: 'new' });
    expect(small.resolve('g:会员')).toEqual({ kind: 'one', id: 'old' });
    expect(small.resolve('停用')).toEqual({ kind: 'one', id: 'gone' });
  });

  it('is not proposed nor found', () => {
    expect(small.resolve('停用x')).toEqual({ kind: 'unknown', near: [] });
    expect(findTags({ tree: small, word: '停', limit: 9 })).toEqual([]);
  });
});

describe('any tree', () => {
  it('has its nodes below their ancestors, each once, parents first', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const any = createTagTree(library);
        expect(any.order).toEqual(library.nodes.map((node) => node.id));
        for (const node of library.nodes) {
          const above = any.ancestors(node.id);
          expect(above[0] ?? null).toBe(node.parent);
          for (const root of above) {
            expect(any.isWithin(node.id, root)).toBe(true);
            expect(any.isWithin(root, node.id)).toBe(false);
            expect(any.order.indexOf(root)).toBeLessThan(any.order.indexOf(node.id));
            expect(any.descendants(root).includes(node.id)).toBe(node.assignable);
          }
          expect(any.descendants(node.id).includes(node.id)).toBe(node.assignable);
          const root = any.exclusiveRoot(node.id);
          if (root !== null) expect(any.node(root)?.exclusive).toBe(true);
          expect(root !== null).toBe(above.some((id) => any.node(id)?.exclusive));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('excludes within the outermost exclusive node', () => {
    const small = createTagTree(
      aLibrary([
        aNode({ id: 'g', kind: 'group', exclusive: true }),
        aNode({ id: 'h', kind: 'group', parent: 'g', exclusive: true }),
        aNode({ id: 't', kind: 'tag', parent: 'h' }),
      ]),
    );
    expect(small.exclusiveRoot('t')).toBe('g');
    expect(small.exclusiveRoot('h')).toBe('g');
    expect(small.exclusiveRoot('g')).toBeNull();
  });

  it('knows nothing of ids it has not', () => {
    expect([tree.node('no'), tree.groupOf('no'), tree.exclusiveRoot('no'), tree.label('no')]).toEqual([
      undefined,
      null,
      null,
      'no',
    ]);
    expect([...tree.children('no'), ...tree.ancestors('no'), ...tree.descendants('no')]).toEqual([]);
    expect(tree.isWithin('no', 'stage')).toBe(false);
  });
});

describe('finding tags by the beginning of a word', () => {
  it('looks at names, English names, aliases and ids, and stops at the limit', () => {
    expect(findTags({ tree, word: '静', limit: 9 })).toEqual(['silent']);
    expect(findTags({ tree, word: 'vi', limit: 9 })).toEqual(['vip']);
    expect(findTags({ tree, word: '催', limit: 9 })).toEqual(['chase_quote']);
    expect(findTags({ tree, word: '高', limit: 2 })).toHaveLength(2);
    expect(findTags({ tree, word: ' ', limit: 9 })).toEqual([]);
  });
});
