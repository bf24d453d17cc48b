import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/person.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { maySet, mayUnset } from '../../src/tagging/permission.ts';
import { errors } from '../../src/text/errors.ts';
import { defaultLibrary } from '../support/default-library.ts';
import { aNode } from '../support/small-library.ts';

const plain = aNode({ id: 'plain', kind: 'tag' });
const vip = createTagTree(defaultLibrary).node('vip') ?? plain;
const adminOnly = aNode({ id: 'legal_hold', kind: 'tag', roles: ['admin'], machine: true });
const EVERYBODY = [...ROLES, 'machine'] as const;

/** Role by role: viewer, agent, manager, admin, machine. */
const row = (may: typeof maySet, tag: typeof plain): boolean[] => EVERYBODY.map((by) => may({ tag, by }) === null);

describe('who may change what', () => {
  it.each([
    ['a plain tag', plain, [false, true, true, true, true]],
    ['VIP客户', vip, [false, false, true, true, false]],
    ['a tag for admins that a machine may set', adminOnly, [false, false, false, true, true]],
    ['a tag that only people set', { ...plain, machine: false }, [false, true, true, true, false]],
  ])('%s', (_, tag, expected) => {
    expect(row(maySet, tag)).toEqual(expected);
    expect(row(mayUnset, tag)).toEqual(expected);
  });

  it('nobody carries a group, a node that only gathers, or an archived tag', () => {
    for (const tag of [aNode({ id: 'g', kind: 'group' }), { ...plain, assignable: false }, { ...plain, archived: true }]) {
      expect(row(maySet, tag)).toEqual([false, false, false, false, false]);
    }
  });

  it('an archived tag can still be taken off', () => {
    expect(row(mayUnset, { ...plain, archived: true })).toEqual([false, true, true, true, true]);
  });

  it('a refusal says why, in a sentence that exists', () => {
    const refusals = [
      maySet({ tag: vip, by: 'agent' }),
      maySet({ tag: vip, by: 'machine' }),
      maySet({ tag: plain, by: 'viewer' }),
      maySet({ tag: { ...plain, archived: true }, by: 'admin' }),
      maySet({ tag: { ...plain, assignable: false }, by: 'admin' }),
    ];
    expect(refusals.map((refusal) => refusal?.code)).toEqual([
      'tag_restricted',
      'tag_not_for_machines',
      'viewer_changes_nothing',
      'tag_archived',
      'tag_not_assignable',
    ]);
    for (const refusal of refusals) {
      const sentence = errors[refusal?.code ?? ''];
      for (const lang of ['zh', 'en'] as const) {
        expect(sentence?.[lang](refusal?.params ?? {})).not.toContain('undefined');
        expect(sentence?.hint?.[lang](refusal?.params ?? {})).not.toContain('undefined');
      }
    }
  });
});
