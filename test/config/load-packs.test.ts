import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPacks } from '../../src/config/load-packs.ts';
import { type Problem, ProblemsError } from '../../src/errors.ts';

let root = '';
const tagId = (name: string) => ({ quote: 'request_quote', request_quote: 'request_quote', complained: 'complained' })[name];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tagwise-packs-'));
  for (const dir of ['zh', 'en']) await mkdir(join(root, dir));
});
afterEach(() => rm(root, { recursive: true }));

const load = () => loadPacks({ dirs: [join(root, 'zh'), join(root, 'en')], tagId });
const write = (file: string, content: string | Uint8Array) => writeFile(join(root, file), content);

async function problems(): Promise<Problem[]> {
  try {
    await load();
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemsError);
    expect((error as ProblemsError).code).toBe('packs_broken');
    return (error as ProblemsError).problems;
  }
  throw new Error('The packs were adopted.');
}

const good = 'topic: request_quote\ntags: [quote]\nphrases:\n  - 报价\n  - 报价单\nhits:\n  - 给我报价\nmisses:\n  - 先别报价\n';

describe('loading packs', () => {
  test('gathers the languages of a topic, with defaults and resolved tags', async () => {
    await write('zh/request-quote.yaml', good);
    await write('en/request-quote.yaml', good.replaceAll('报价', 'quote'));
    await write('zh/README.md', '# not a pack');
    await write('zh/.hidden.yaml', ': :');
    const { packs, topics } = await load();
    expect(packs.map((pack) => pack.file)).toEqual(['zh/request-quote.yaml', 'en/request-quote.yaml']);
    const [{ lineOf } = { lineOf: () => null }] = packs;
    expect([['phrases'], ['hits', 0], ['misses', 0]].map(lineOf)).toEqual([4, 7, 9]);
    expect(topics).toEqual([
      {
        id: 'request_quote',
        tags: ['request_quote'],
        needs: { hits: 1, days: 7 },
        demand: true,
        version: expect.stringMatching(/^[0-9a-f]{15}$/),
        phrases: ['报价', '报价单', 'quote', 'quote单'],
        except: [],
        alone: [],
        examples: ['给我报价', '给我quote'],
      },
    ]);
  });

  test('the version hangs on what is said, not on names of files', async () => {
    await write('zh/a.yaml', good);
    const before = (await load()).topics[0]?.version;
    await rm(join(root, 'zh/a.yaml'));
    await write('zh/b.yaml', good);
    expect((await load()).topics[0]?.version).toBe(before);
    await write('zh/b.yaml', good.replace('报价单', '报个价'));
    expect((await load()).topics[0]?.version).not.toBe(before);
  });

  test.each<[string, string | Uint8Array, Partial<Problem>]>([
    ['broken YAML', `${good}  x: [`, { field: '' }],
    ['a field twice', `${good}topic: other\n`, { line: 10 }],
    ['an unknown field', `${good}regex: [a]\n`, { line: 1 }],
    ['a missing field', good.replace('topic: request_quote\n', ''), { field: 'topic' }],
    ['an unknown tag', good.replace('[quote]', '[secret-name]'), { field: 'tags[0]', line: 2 }],
    ['no tags', good.replace('[quote]', '[]'), { field: 'tags' }],
    ['no phrases', good.replace(/ {2}- 报价\n {2}- 报价单\n/, '  []\n'), { field: 'phrases' }],
    ['an empty phrase', good.replace('- 报价单', '- ""'), { field: 'phrases[1]', line: 5 }],
    ['a phrase that is a number', good.replace('- 报价单', '- 12315'), { field: 'phrases[1]', line: 5 }],
    ['a phrase twice', good.replace('- 报价单', '- 报价'), { field: 'phrases[1]', line: 5 }],
    ['a phrase twice in two scripts', good.replace('- 报价单', '- 報價'), { field: 'phrases[1]', line: 5 }],
    ['a phrase that folds to nothing', good.replace('- 报价单', '- "\\u200b\\u200d"'), { field: 'phrases[1]', line: 5 }],
    ['a blank phrase', good.replace('- 报价单', '- "  "'), { field: 'phrases[1]', line: 5 }],
    ['an endless phrase', good.replace('- 报价单', `- ${'长'.repeat(65)}`), { field: 'phrases[1]', line: 5 }],
    ['a topic with blanks', good.replace('request_quote', 'request quote'), { field: 'topic', line: 1 }],
    ['hits that are no number', `${good}needs: { hits: many, days: 7 }\n`, { field: 'needs.hits', line: 10 }],
    ['days out of range', `${good}needs: { hits: 1, days: 0 }\n`, { field: 'needs.days', line: 10 }],
    ['demand that is neither', `${good}demand: maybe\n`, { field: 'demand', line: 10 }],
    ['an alias', 'topic: &a request_quote\ntags: [*a]\nphrases: [报价]\n', { field: '' }],
    ['a list', '- 报价\n', { field: '' }],
    ['an empty file', '', { field: '' }],
    ['another encoding', Uint8Array.from([0x74, 0x6f, 0xb1, 0xa8, 0xbc, 0xdb, 0x0a]), { field: '' }],
    ['a huge file', `${good}#${'x'.repeat(4 * 1024 * 1024)}`, { field: '' }],
  ])('refuses %s, and says where', async (_, content, expected) => {
    await write('zh/good.yaml', good);
    await write('zh/z.yaml', content);
    const found = await problems();
    expect(found[0]).toMatchObject({ file: 'zh/z.yaml', ...expected });
    for (const { message } of found) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(message).not.toMatch(/secret-name|many|maybe|报价|12315/);
    }
  });

  test.each([
    ['tags', 'tags: [complained]', 'tags: [quote]'],
    ['needs', 'needs: { hits: 2, days: 7 }\ntags: [quote]', 'tags: [quote]'],
    ['demand', 'demand: false\ntags: [quote]', 'tags: [quote]'],
  ])('refuses packs of one topic that disagree on %s', async (field, other, own) => {
    await write('zh/a.yaml', good);
    await write('en/a.yaml', good.replace(own, other));
    expect(await problems()).toMatchObject([{ file: 'en/a.yaml', field }]);
  });

  test('refuses more than 100 000 phrases over all packs', async () => {
    const many = (prefix: string) => Array.from({ length: 50_001 }, (_, i) => `  - ${prefix}${i}`).join('\n');
    await write('zh/a.yaml', `topic: request_quote\ntags: [quote]\nphrases:\n${many('a')}\n`);
    await write('zh/b.yaml', `topic: request_quote\ntags: [quote]\nphrases:\n${many('b')}\n`);
    expect(await problems()).toMatchObject([{ field: 'phrases' }]);
  }, 20_000);

  test('refuses links, folders that look like packs, and folders that are not there', async () => {
    await write('zh/good.yaml', good);
    await symlink(join(root, 'zh/good.yaml'), join(root, 'en/link.yaml'));
    await mkdir(join(root, 'en/folder.yaml'));
    expect((await problems()).map((problem) => problem.file)).toEqual(['en/folder.yaml', 'en/link.yaml']);
    await rm(join(root, 'en'), { recursive: true });
    expect((await problems()).map((problem) => problem.file)).toEqual(['en']);
  });

  test('tells everything that is wrong at once', async () => {
    await write('zh/a.yaml', good.replace('[quote]', '[x]'));
    await write('zh/b.yaml', `${good}regex: 1\n`);
    expect((await problems()).map((problem) => problem.file)).toEqual(['zh/a.yaml', 'zh/b.yaml']);
  });
});
