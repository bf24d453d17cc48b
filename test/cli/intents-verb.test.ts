// Files of intents as strangers write them: each mistake with file, line and reason, and the last good model stays.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCaller } from '../support/call-verb.ts';

const file = (id: string, examples: readonly string[], tags = '[]') =>
  `intent: ${id}\ntags: ${tags}\nexamples:\n${examples.map((one) => `  - ${one}\n`).join('')}`;

/** A folder of somebody's own beside the shipped files. */
const openOwn = () => {
  const caller = createCaller({ database: false });
  mkdirSync(join(caller.dir, 'own'));
  caller.write('tagwise.yaml', 'intents: [own]\n');
  return { ...caller, own: (name: string, text: string) => caller.write(`own/${name}`, text) };
};

test('files that are right are right', async () => {
  const { own, type } = openOwn();
  own('trade-in.yaml', file('trade_in', ['旧的能抵多少', '以旧换新怎么换', 'do you take old ones back']));
  expect(await type('intents check')).toEqual({ code: 0, stdout: 'ok\n', stderr: '' });
});

test('intents alone, or with what it does not know, says what it takes', async () => {
  const { type } = openOwn();
  for (const line of ['intents', 'intents chek', 'intents check own'])
    expect(await type(line)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/intents check/) });
});

describe('refused with file, line and reason', () => {
  test('one example under two intents, whatever its width and case', async () => {
    const { own, type } = openOwn();
    own('trade-in.yaml', file('trade_in', ['旧的能抵多少', 'take my old one']));
    own('scrap.yaml', file('scrap', ['收废品吗', 'Take  my ＯＬＤ one']));
    const { code, stdout } = await type('intents check');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^own\/trade-in\.yaml:5 examples\[1\]: Choose one intent: own\/scrap\.yaml line 5 says the same\.\n$/,
      ),
    });
    expect((await type('intents check --lang zh')).stdout).toMatch(/^own\/trade-in\.yaml:5 examples\[1\]: .*\p{Script=Han}/u);
  });

  test('an example that a shipped intent has', async () => {
    const { own, type } = openOwn();
    own('trade-in.yaml', file('trade_in', ['这个咋卖的']));
    const { code, stdout } = await type('intents check');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^own\/trade-in\.yaml:4 examples\[0\]: Choose one intent: zh\/ask-price\.yaml line \d+ says the same\.\n$/,
      ),
    });
  });

  test('a tag that the library does not have, and an id that is not the name of the file', async () => {
    const { own, type } = openOwn();
    own('trade-in.yaml', file('trade_in', ['旧的能抵多少'], '[旧机]'));
    own('scrap.yaml', file('scrapp', ['收废品吗']));
    const { code, stdout } = await type('intents check --json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      problems: [
        { file: 'own/scrap.yaml', line: 1, field: 'intent', message: 'Call the file as the intent: the two differ.' },
        {
          ...{ file: 'own/trade-in.yaml', line: 2, field: 'tags[0]' },
          message: 'Use the id or name of a tag in the library, or add the tag there.',
        },
      ],
    });
  });

  test('an empty list, no list, no file that can be read', async () => {
    const { own, type } = openOwn();
    own('trade-in.yaml', 'intent: trade_in\ntags: []\nexamples: []\n');
    own('scrap.yaml', 'intent: scrap\ntags: []\nexamples: 收废品吗\n');
    own('none.yaml', '');
    const { code, stdout } = await type('intents check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^own\/trade-in\.yaml:3 examples: Write at least one example\.$/m);
    expect(stdout).toMatch(/^own\/scrap\.yaml:3 examples: Write a list here/m);
    expect(stdout).toMatch(/^own\/none\.yaml/m);
  });

  test('a hundred thousand examples: in one file, and over many', async () => {
    const { own, type } = openOwn();
    const many = (from: number, count: number) => Array.from({ length: count }, (_, i) => `旧机 ${from + i}`);
    own('trade-in.yaml', file('trade_in', many(0, 100_000)));
    const one = await type('intents check');
    expect(one).toMatchObject({ code: 1, stdout: 'own/trade-in.yaml:4 examples: Keep at most 10000 examples.\n' });
    for (let i = 0; i < 10; i += 1) own(`${'abcdefghij'[i]}.yaml`, file('abcdefghij'[i] ?? '', many(i * 10_000, 10_000)));
    own('trade-in.yaml', file('trade_in', ['旧的能抵多少']));
    const all = await type('intents check');
    expect(all.code).toBe(1);
    expect(all.stdout).toMatch(/^own\/\w\.yaml examples: Keep at most 50000 examples in all files\.\n$/);
  }, 120_000);
});

test('what needs the model says the same and learns nothing; with the file mended the model of before is there at once', async () => {
  const { own, type, dir } = openOwn();
  const words = 'what would 20 of those run me\n';
  const before = await type('match --json', words);
  expect(before).toMatchObject({ code: 0, stdout: expect.stringContaining('"intent":"ask_price"') });
  own('trade-in.yaml', file('trade_in', ['这个咋卖的']));
  const broken = await type('match', words);
  expect(broken).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/own\/trade-in\.yaml:4 examples\[0\]/) });
  expect(existsSync(join(dir, 'home', 'models'))).toBe(false);
  rmSync(join(dir, 'own', 'trade-in.yaml'));
  expect(await type('match --json', words)).toEqual(before);
});
