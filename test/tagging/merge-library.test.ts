import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TagNode } from '../../src/domain/tag.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { ProblemsError, UserError } from '../../src/errors.ts';
import { parseLibrary } from '../../src/tagging/library-file.ts';
import { importLibrary } from '../../src/tagging/merge-library.ts';
import { anyLibrary } from '../support/any-library.ts';
import { defaultLibrary } from '../support/default-library.ts';
import { aLibrary, aNode } from '../support/small-library.ts';

const current = aLibrary([
  aNode({ id: 'g', kind: 'group', name: '组' }),
  aNode({ id: 'a', kind: 'tag', name: '甲', parent: 'g', aliases: ['旧甲'] }),
  aNode({ id: 'b', kind: 'tag', name: '乙', parent: 'g' }),
  aNode({ id: 'boss', kind: 'tag', name: '机密', parent: 'g', roles: ['admin'] }),
]);

const take = (nodes: TagNode[], role: 'viewer' | 'agent' | 'manager' | 'admin' = 'manager') =>
  importLibrary({ current, incoming: aLibrary(nodes), role, file: 'new.yaml' });

const group = aNode({ id: 'g', kind: 'group', name: '组' });
const nodeOf = (library: { nodes: TagNode[] }, id: string) => library.nodes.find((node) => node.id === id);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError || error instanceof ProblemsError) return error.code;
    throw error;
  }
  return 'none';
}

describe('importing a library', () => {
  it('is for managers and admins', () => {
    for (const role of ['viewer', 'agent'] as const) expect(codeOf(() => take([group], role))).toBe('library_managers_only');
    for (const role of ['manager', 'admin'] as const) expect(codeOf(() => take([group], role))).toBe('none');
  });

  it('keeps what the file does not name, and counts a version', () => {
    const { library, changes } = take([group, aNode({ id: 'c', kind: 'tag', name: '丙', parent: 'g' })]);
    expect(library.nodes.map((node) => node.id)).toEqual(['g', 'c', 'a', 'b', 'boss']);
    expect(nodeOf(library, 'a')).toEqual(nodeOf(current, 'a'));
    expect(changes).toEqual({ added: ['c'], renamed: [], changed: [], caps: false });
    expect(library.version).toBe(2);
  });

  it('keeps the id of a renamed tag, and its old names as aliases', () => {
    const { library, changes } = take([group, aNode({ id: 'a', kind: 'tag', name: '新甲', parent: 'g' })]);
    expect(changes).toEqual({ added: [], renamed: [{ id: 'a', from: '甲', to: '新甲' }], changed: [], caps: false });
    const tree = createTagTree(library);
    for (const word of ['新甲', '甲', '旧甲', '组:甲']) expect(tree.resolve(word)).toEqual({ kind: 'one', id: 'a' });
  });

  it('lets two tags swap their names', () => {
    const { library } = take([
      group,
      aNode({ id: 'a', kind: 'tag', name: '乙', parent: 'g' }),
      aNode({ id: 'b', kind: 'tag', name: '甲', parent: 'g' }),
    ]);
    const tree = createTagTree(library);
    expect(tree.resolve('甲')).toEqual({ kind: 'one', id: 'b' });
    expect(tree.resolve('乙')).toEqual({ kind: 'one', id: 'a' });
  });

  it('names other changes apart from renames', () => {
    const { changes } = take([
      group,
      aNode({ id: 'a', kind: 'tag', name: '甲', parent: 'g', importance: 5 }),
      aNode({ id: 'b', kind: 'tag', name: '丁', parent: 'g', ttlDays: 3 }),
    ]);
    expect(changes).toEqual({ added: [], renamed: [{ id: 'b', from: '乙', to: '丁' }], changed: ['a', 'b'], caps: false });
  });

  it('takes new caps', () => {
    const incoming = { ...current, caps: { ...current.caps, perCustomer: 7 } };
    const { library, changes } = importLibrary({ current, incoming, role: 'manager', file: 'new.yaml' });
    expect([library.caps.perCustomer, library.version, changes.caps]).toEqual([7, 2, true]);
  });

  it('refuses what only clashes once both are together', () => {
    expect(codeOf(() => take([group, aNode({ id: 'c', kind: 'tag', name: '乙', parent: 'g' })]))).toBe('library_broken');
    const groups = Array.from({ length: 12 }, (_, place) => aNode({ id: `g${place}`, kind: 'group' }));
    expect(codeOf(() => take(groups))).toBe('library_broken');
  });

  it('never turns a tag that customers carry into a group', () => {
    expect(codeOf(() => take([aNode({ id: 'a', kind: 'group', name: '甲' })]))).toBe('library_broken');
  });

  it('leaves a restricted tag to those who may set it', () => {
    const changedTags: Partial<TagNode>[] = [
      { name: '公开' },
      { aliases: ['公开'] },
      { roles: undefined, machine: true },
      { archived: true },
      { roles: ['manager', 'admin'] },
    ];
    for (const change of changedTags) {
      const boss = aNode({ id: 'boss', kind: 'tag', name: '机密', parent: 'g', roles: ['admin'], ...change });
      expect(codeOf(() => take([group, boss], 'manager'))).toBe('tag_restricted');
      expect(codeOf(() => take([group, boss], 'admin'))).toBe('none');
    }
    const same = aNode({ id: 'boss', kind: 'tag', name: '机密', parent: 'g', roles: ['admin'] });
    expect(codeOf(() => take([group, same], 'manager'))).toBe('none');
  });

  it('gives no other tag the name of a restricted one, not even its old name', () => {
    const file =
      'groups:\n  - {id: value, name: 价值分层, tags: [{id: vip, name: 贵宾, restricted: {roles: [manager, admin]}}, {id: regular, name: VIP客户}]}';
    const incoming = parseLibrary(file, 'new.yaml');
    expect(codeOf(() => importLibrary({ current: defaultLibrary, incoming, role: 'manager', file: 'new.yaml' }))).toBe(
      'library_broken',
    );
  });

  it('changes nothing the second time, whatever was imported', () => {
    fc.assert(
      fc.property(anyLibrary, anyLibrary, (one, other) => {
        let first: ReturnType<typeof importLibrary>;
        try {
          first = importLibrary({ current: one, incoming: other, role: 'admin', file: 'f' });
        } catch (error) {
          // The two have ids in common by chance; what clashes is refused as a whole.
          if (error instanceof ProblemsError || error instanceof UserError) return;
          throw error;
        }
        expect(new Set(first.library.nodes.map((node) => node.id))).toEqual(
          new Set([...one.nodes, ...other.nodes].map((node) => node.id)),
        );
        const again = importLibrary({ current: first.library, incoming: other, role: 'admin', file: 'f' });
        expect(again.library).toBe(first.library);
        expect(again.changes).toEqual({ added: [], renamed: [], changed: [], caps: false });
      }),
      { numRuns: 200 },
    );
  });
});
