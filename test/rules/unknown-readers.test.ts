import { expect, test } from 'vitest';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { parseRules } from '../../src/rules/parse-rules.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { unknownReaders } from '../../src/rules/unknown-readers.ts';
import { defaultLibrary } from '../support/default-library.ts';

const read = (text: string) => parseRules({ file: 'own.yaml', text, tree: createTagTree(defaultLibrary) });
const RULE = (to: string, told: string) =>
  `{ id: a, on: payment, since: 2026-01-01, do: [{ task: { title: 回访, to: "${to}" } }, { notify: { text: 付款了, to: "${told}" } }] }`;
const PEOPLE = [{ id: 'li', team: 'east' }, { id: 'bo' }];
const found = (to: string, told: string) =>
  unknownReaders(read(RULE(to, told)) as Rule[], PEOPLE).map(({ field, message }) => `${field} ${message}`);

test('a rule that speaks to nobody who works here is pointed out, with the nearest right word', () => {
  expect(found('li', 'manager')).toEqual([]);
  expect(found('team:east', 'staff')).toEqual([]);
  expect(found('lii', 'team:est')).toEqual(['.do[0].task.to Did you mean li?', '.do[1].notify.to Did you mean team:east?']);
  expect(found('owner', 'somebody')).toEqual(['.do[1].notify.to Nobody here has this id, and no team is called so.']);
  expect(unknownReaders(read(RULE('lii', 'x')) as Rule[], [])).toEqual([]);
});

test('a task cannot be everybody’s', () => {
  expect(read(RULE('staff', 'staff'))).toMatchObject([
    { field: 'do[0].task.to', message: expect.stringMatching(/^Write owner/) },
  ]);
});
