import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { errors } from '../../src/text/errors.ts';
import type { Sentence } from '../../src/text/sentence.ts';
import { renderError } from '../../src/text/terminal/render-error.ts';

const root = new URL('../../', import.meta.url).pathname;

const sourcesBelow = (dir: string): string[] =>
  readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !`${dir}/${name}`.startsWith('src/text/'))
    .map((name) => readFileSync(join(root, dir, name), 'utf8'));

const sources = [...sourcesBelow('src'), ...sourcesBelow('adapters')];

const CODE = /'([a-z]+(?:_[a-z]+)+)'/g;
const codesIn = (text: string): string[] => [...text.matchAll(CODE)].flatMap(([, code]) => code ?? []);

/** The first argument of every error made, and the unions of codes that are handed on to one (`code: 'a' | 'b'`). */
const thrown = new Set(
  sources.flatMap((source) =>
    [
      ...source.matchAll(/new (?:User|Usage|Surroundings|Problems)Error\(\s*([^,()]*(?:\([^()]*\)[^,()]*)*)/g),
      ...source.matchAll(/\bcode: ('[a-z_]+'(?: \| '[a-z_]+')*)/g),
    ].flatMap(([, argument]) => codesIn(argument ?? '')),
  ),
);

/** A call that passes on a code made elsewhere must be covered by the second pattern above. */
const handedOn = sources.flatMap((source) =>
  [...source.matchAll(/new (?:User|Usage|Surroundings|Problems)Error\(\s*([\w.]+)[,)]/g)].flatMap(
    ([, argument]) => argument?.trim() ?? [],
  ),
);

const everyParam = new Proxy({}, { get: (_, name) => (name === 'at' || name === 'count' ? 7 : `<${String(name)}>`) }) as Record<
  string,
  string
>;

describe('every error that is thrown', () => {
  test('is found by this test', () => {
    expect(thrown.size).toBeGreaterThan(60);
    expect([...new Set(handedOn)]).toEqual(['room.code']);
  });

  test('has a sentence', () => {
    expect([...thrown].filter((code) => !(code in errors)).sort()).toEqual([]);
  });

  test('and no sentence is left over', () => {
    expect(Object.keys(errors).filter((code) => !thrown.has(code))).toEqual([]);
  });

  test('gives each parameter that its sentence names', () => {
    const asked = ({ zh, en, hint }: Sentence): string[] => {
      const names = new Set<string>();
      const get = (_: object, name: string | symbol) => {
        names.add(String(name));
        return '1';
      };
      for (const words of [zh, en, hint.zh, hint.en]) words(new Proxy({}, { get }) as Record<string, string>);
      return [...names];
    };
    const missing = sources.flatMap((source) =>
      [...source.matchAll(/new (?:User|Usage|Surroundings)Error\('([a-z_]+)'(?:\)|, \{((?:[^{}]|\{[^{}]*\})*)\})/g)].flatMap(
        ([, code = '', given = '']) => {
          const sentence = errors[code];
          if (!sentence || given.includes('...')) return [];
          return asked(sentence).flatMap((name) => (new RegExp(`\\b${name}\\b(?!')`).test(given) ? [] : [`${code}: ${name}`]));
        },
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(Object.entries(errors))('%s', (_, sentence) => {
  const said = { zh: sentence.zh(everyParam), en: sentence.en(everyParam) };
  const hint = { zh: sentence.hint.zh(everyParam), en: sentence.hint.en(everyParam) };

  test('says what is wrong and what to do, in Chinese and in English', () => {
    expect(said.zh).toMatch(/\p{Script=Han}/u);
    expect(hint.zh).toMatch(/\p{Script=Han}/u);
    for (const words of [said.en, hint.en]) expect(words).toMatch(/^(?!.*\p{Script=Han}).*[a-z]{2,}.*$/u);
    for (const words of [...Object.values(said), ...Object.values(hint)]) {
      expect(words).not.toMatch(/undefined|NaN|\[object/);
      expect(words.trim()).toBe(words);
    }
  });

  test('says the same facts in both languages', () => {
    // The English name of a tag is the same fact as its Chinese one.
    const facts = (words: string) => [...new Set(words.replaceAll('En>', '>').match(/<\w+>/g))].sort();
    expect(facts(said.zh)).toEqual(facts(said.en));
    expect(hint.zh).not.toBe(said.zh);
  });
});

test('an error in words reads like this', () => {
  expect(renderError(new UserError('unknown_customer', { name: '王芳' }), 'zh')).toEqual({
    code: 'unknown_customer',
    message: '没有找到客户“王芳”。',
    hint: '用 find 按名字、别名或编号的开头查找。',
  });
});
