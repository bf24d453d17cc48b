import { expect, test } from 'vitest';
import { isField, partOwner, readFields } from '../../src/commands/customer-words.ts';

test.each<[string[], boolean, string[], string | null]>([
  [['王', '芳'], false, ['王', '芳'], null],
  [['王芳', '城市:杭州', 'owner', 'li'], false, ['王芳'], 'li'],
  [['王芳', 'owner', 'li', 'city=杭州'], false, ['王芳'], 'li'],
  [['王芳', '负责人', 'li'], false, ['王芳'], 'li'],
  // Somebody may be called Owner; with a customer at hand, the word needs no name before it.
  [['owner'], false, ['owner'], null],
  [['owner', 'li'], true, [], 'li'],
])('%j, nobody named %s: who is meant, and the owner', (words, atHand, named, owner) => {
  expect(partOwner(words, atHand)).toEqual({ named, owner });
});

test.each([[['王芳', 'owner']], [['王芳', 'owner', 'li', 'wang']]])('%j: one person comes after owner', (words) => {
  expect(() => partOwner(words)).toThrow(expect.objectContaining({ code: 'owner_usage', exit: 2 }));
});

test('a field is set with a colon, or with = where there is such a field', () => {
  expect(['city:杭州', '城市：杭州', 'city=杭州', '城市＝杭州', 'note=a:b'].map((word) => isField(word))).toEqual(
    Array(5).fill(true),
  );
  // An id may hold = without being a field.
  expect(['a=b', '王芳', 'mei'].map((word) => isField(word))).toEqual([false, false, false]);
  expect(readFields(['city=杭州', 'note:a=b:c', 'sex='])).toEqual({ region: '杭州', note: 'a=b:c', sex: '' });
  expect(() => readFields(['身高:180'])).toThrow(expect.objectContaining({ code: 'unknown_field', exit: 2 }));
});
