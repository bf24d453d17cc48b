import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { rememberYaml } from '../../src/domain/known-yaml.ts';
import { type Read, readYaml } from '../../src/domain/read-yaml.ts';

const anyValue = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), {
  minKeys: 1,
});
const read = (text: string): Read => {
  const found = readYaml({ text, file: 'a.yaml' });
  if (Array.isArray(found)) throw new Error(JSON.stringify(found));
  return found;
};

describe('a YAML text that is read again', () => {
  it('says the same, with the same lines', () => {
    fc.assert(
      fc.property(anyValue, fc.integer(), (given, n) => {
        const text = `# ${n}\n${stringify(given)}`;
        const [first, again] = [read(text), read(text)];
        expect(again.value).toEqual(first.value);
        for (const key of Object.keys(given))
          for (const path of [[key], [key, 0], [key, 99]]) expect(again.lineOf(path)).toBe(first.lineOf(path));
      }),
    );
  });

  it('is the same value for everybody, so nobody can change it', () => {
    const { value } = read('tags: [a, b]');
    expect(() => (value as { tags: string[] }).tags.push('c')).toThrow(TypeError);
    expect(read('tags: [a, b]').value).toEqual({ tags: ['a', 'b'] });
  });

  it('is told of its faults each time', () => {
    for (let time = 0; time < 2; time += 1)
      expect(readYaml({ text: 'tags: [a', file: 'a.yaml' })).toMatchObject([{ file: 'a.yaml', line: 1 }]);
  });

  it('is forgotten when too many others came after it', () => {
    rememberYaml('old', 'remembered');
    expect(read('old').value).toBe('remembered');
    for (let n = 0; n < 5; n += 1) rememberYaml(`${n}${'#'.repeat(1_000_000)}`, null);
    expect(read('old').value).toBe('old');
  });
});
