// Small files with names that say what is in them, and nothing in the repository that belongs to one machine.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sourceFiles } from './support/source-files.ts';

const files = [...sourceFiles('src'), ...sourceFiles('adapters')];
const names = [...files, ...sourceFiles('test'), ...sourceFiles('bench')].map(({ path }) => path);

describe('files', () => {
  test('are short: half of them have about 50 lines, few have more than 200, generated tables aside', () => {
    const lengths = files.filter(({ path }) => !path.endsWith('-table.ts')).map(({ lines }) => lines);
    lengths.sort((a, b) => a - b);
    const at = (share: number) => lengths[Math.floor(lengths.length * share)];
    expect(at(0.5)).toBeLessThanOrEqual(60);
    expect(at(0.95)).toBeLessThanOrEqual(150);
    expect(files.filter(({ path, lines }) => lines > 200 && !path.endsWith('-table.ts')).length).toBeLessThanOrEqual(4);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
  });

  test('are named in kebab-case, after what they hold', () => {
    const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.ts$/;
    expect(names.filter((name) => !KEBAB.test(basename(name)))).toEqual([]);
    expect(names.filter((name) => /(?:^|[/-])(?:utils?|helpers?|managers?|services?|misc|common)(?:[-./]|$)/.test(name))).toEqual(
      [],
    );
  });
});

const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));

test('no file of the repository names a folder of a machine or a package registry', () => {
  // Written so that this file does not find itself.
  const FOLDER = new RegExp(`(?:^|[^\\w.*)}/-])/(?:${['root', 'work', 'home', 'Users'].join('|')})/`, 'm');
  const REGISTRY = new RegExp(['registry[.](?:npm', 'yarn)|npm', 'mirror|pypi[.]org|python', 'hosted'].join(''), 'i');
  const guilty = tracked.filter((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return FOLDER.test(text) || REGISTRY.test(text);
  });
  expect(guilty).toEqual([]);
});

describe('documents', () => {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const shortest: [string, number][] = [
    ['README.md', 149],
    ['src/README.md', 80],
    ['adapters/README.md', 25],
  ];

  test.each(shortest)('%s stays below %i lines, and its links lead somewhere', (path, most) => {
    const text = read(path);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(most);
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => normalize(join(dirname(path), target)));
    expect(links.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });

  test.each(['src/README.md', 'adapters/README.md'])('every path that %s names is there', (path) => {
    const spans = [
      ...read(path)
        .replaceAll(/^```.*?^```/gms, '')
        .matchAll(/`([^`\s]+)`/g),
    ].map(([, span = '']) => span);
    const paths = spans.filter((span) => /^[\w.-]+(?:\/[\w.-]*)+$/.test(span) || /^[\w-]+\.(?:ts|md|mjs|yaml|json)$/.test(span));
    expect(paths.length).toBeGreaterThan(3);
    const there = (span: string) => [dirname(path), '.'].some((base) => existsSync(join(root, base, span)));
    expect(paths.filter((span) => !there(span))).toEqual([]);
    expect(
      paths
        .filter((span) => span.endsWith('/'))
        .every((span) =>
          [dirname(path), '.'].some((base) => statSync(join(root, base, span), { throwIfNoEntry: false })?.isDirectory()),
        ),
    ).toBe(true);
  });

  test('every name of the environment that is read stands in .env.example, and ours in the README', () => {
    const readNames = new Set(
      files.flatMap(({ text }) => [...text.matchAll(/\benv\['([A-Z_]+)'\]/g)].map(([, name = '']) => name)),
    );
    // The system's own, which nobody sets for Tagwise.
    for (const name of ['HOME', 'PATH', 'XDG_CACHE_HOME', 'LOCALAPPDATA']) readNames.delete(name);
    expect([...readNames].filter((name) => !read('.env.example').includes(name))).toEqual([]);
    expect([...readNames].filter((name) => /^(?:TAGWISE_|MONGODB_)/.test(name) && !read('README.md').includes(name))).toEqual([]);
  });
});
