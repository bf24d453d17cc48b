// Who may import whom: the street is pure, doors know the outside, one file knows everything (src/README.md). Every file is checked.
import { describe, expect, test } from 'vitest';
import { type Import, type SourceFile, sourceFiles } from './support/source-files.ts';

const src = sourceFiles('src');
const adapters = sourceFiles('adapters');
const files = [...src, ...adapters];

/** The part of the house to which a file belongs: a folder of src, or a file that lies in src itself. */
const partOf = (path: string): string => {
  const [top = '', second = '', third] = path.split('/');
  return top === 'src' && third !== undefined ? second : path.replace(/^src\//, '').replace(/^adapters\/.*/, 'adapters');
};

const isOurs = ({ target }: Import): boolean => target.startsWith('src/') || target.startsWith('adapters/');
const inPart = (part: string): SourceFile[] => files.filter(({ path }) => partOf(path) === part);

/** `domain`: may be imported; `match types`: only its types may. */
const breaches = (part: string, allowed: readonly string[]): string[] =>
  inPart(part).flatMap(({ path, imports }) =>
    imports.filter(isOurs).flatMap(({ target, typeOnly }) => {
      const other = partOf(target);
      const fine = other === part || allowed.includes(other) || (typeOnly && allowed.includes(`${other} types`));
      return fine ? [] : [`${path} imports ${target}`];
    }),
  );

const STREET = ['match', 'intents', 'rules', 'tagging', 'segments', 'material'];

describe('the street', () => {
  test.each([
    ['errors.ts', []],
    ['domain', ['errors.ts types']],
    ['text', ['domain', 'errors.ts']],
    ['match', ['domain', 'errors.ts']],
    ['intents', ['domain', 'errors.ts types', 'match']],
    ['rules', ['domain', 'errors.ts', 'match types']],
    ['tagging', ['domain', 'errors.ts', 'rules types']],
    ['segments', ['domain', 'errors.ts']],
    ['material', ['domain', 'errors.ts', 'segments']],
  ])('%s imports only what stands before it: %j', (part, allowed) => {
    expect(inPart(part).length).toBeGreaterThan(0);
    expect(breaches(part, allowed)).toEqual([]);
  });

  // Digests of packs, examples and texts and the width of a control character are computed, not read from the outside.
  const computing: Record<string, string[]> = {
    'src/domain/contact-key.ts': ['node:crypto'],
    'src/intents/digest-examples.ts': ['node:crypto'],
    'src/intents/model-file.ts': ['node:crypto'],
    'src/match/gather-topics.ts': ['node:crypto'],
    'src/match/matcher.ts': ['node:crypto'],
    'src/text/printable.ts': ['node:util'],
  };

  test('domain, text and the street reach for nothing of the machine', () => {
    const reaching = ['errors.ts', 'domain', 'text', ...STREET]
      .flatMap(inPart)
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => target.startsWith('node:') && !computing[path]?.includes(target))
          .map(({ target }) => `${path} imports ${target}`),
      );
    expect(reaching).toEqual([]);
  });

  test('time and chance come to the street as parameters', () => {
    const LOOKS_UP =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bprocess\.|\bset(?:Timeout|Interval|Immediate)\b|\bfetch\(/;
    const looking = ['domain', ...STREET].flatMap(inPart).flatMap(({ path, text }) => {
      const [found] = LOOKS_UP.exec(text) ?? [];
      return found === undefined ? [] : [`${path}: ${found}`];
    });
    expect(looking).toEqual([]);
  });
});

describe('the doors', () => {
  const importersOf = (wanted: (one: Import) => boolean): string[] => [
    ...new Set(files.filter(({ imports }) => imports.some(wanted)).map(({ path }) => partOf(path))),
  ];

  test('adapters see the contract, the nouns and the errors, and each only its own folder', () => {
    expect(breaches('adapters', ['adapter.ts types', 'domain', 'errors.ts'])).toEqual([]);
    const folder = (path: string) => path.split('/')[1];
    const across = adapters.flatMap(({ path, imports }) =>
      imports.filter(({ target }) => target.startsWith('adapters/') && folder(target) !== folder(path)).map(() => path),
    );
    expect(across).toEqual([]);
  });

  test('only the store speaks to MongoDB, only web to the web server', () => {
    expect(importersOf(({ target }) => /^(?:mongoose|mongodb)\b/.test(target))).toEqual(['store']);
    expect(importersOf(({ target }) => target === 'fastify')).toEqual(['web']);
  });

  test('nobody imports main, only main imports the command line, and only the command line opens adapters and pages', () => {
    expect(importersOf(({ target }) => target === 'src/main.ts')).toEqual([]);
    expect(importersOf(({ target }) => partOf(target) === 'cli').filter((part) => part !== 'cli')).toEqual(['main.ts']);
    expect(importersOf(({ target }) => partOf(target) === 'adapters').filter((part) => part !== 'adapters')).toEqual(['cli']);
    expect(importersOf(({ target }) => partOf(target) === 'web').filter((part) => part !== 'web')).toEqual(['cli']);
  });

  test.each([
    ['home', ['errors.ts']],
    ['store', ['domain', 'errors.ts', 'home', 'text']],
    ['fold', ['domain', 'match', 'notify', 'rules', 'tagging']],
    ['notify', ['app.ts types', 'answers', 'config types', 'domain', 'in-force.ts types', 'rules types']],
    ['webhooks', ['config types', 'domain', 'in-force.ts types', 'inbox', 'store types']],
    ['access', ['config types', 'domain', 'errors.ts', 'store types']],
    [
      'web',
      ['access', 'adapter.ts types', 'answers', 'app.ts types', 'commands', 'domain', 'errors.ts', 'fold types', 'inbox', 'text'],
    ],
  ])('%s knows no other door and nothing of the street: %j', (part, allowed) => {
    expect(breaches(part, allowed)).toEqual([]);
  });

  test('only main and the command line read the environment and the words of the process', () => {
    // fetch-official holds the text of a program that a child of its own runs.
    const mayRead = (path: string) => /^src\/(?:main\.ts$|cli\/)/.test(path) || path === 'src/store/embedded/fetch-official.ts';
    expect(
      files.filter(({ path, text }) => /\bprocess\s*\.\s*(?:env|argv)\b/.test(text) && !mayRead(path)).map(({ path }) => path),
    ).toEqual([]);
  });
});

/** The files on a way from each file back to itself, types counted. */
const cycles = (): string[][] => {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (path: string, way: string[]): void => {
    const place = way.indexOf(path);
    if (place >= 0) found.push([...way.slice(place), path]);
    if (place >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return found;
};

test('every import leads to a file that is there, and none leads back', () => {
  const written = files.flatMap(({ text }) => text.match(/ from '\.\.?\//g) ?? []).length;
  expect(files.flatMap(({ imports }) => imports.filter((one) => isOurs(one) && !one.dynamic)).length).toBe(written);
  const known = new Set(files.map(({ path }) => path));
  const declared = /\.(?:d\.ts|json)$/;
  const lost = files.flatMap(({ path, imports }) =>
    imports
      .filter((one) => isOurs(one) && !known.has(one.target) && !declared.test(one.target))
      .map(({ target }) => `${path}: ${target}`),
  );
  expect(lost).toEqual([]);
  expect(cycles()).toEqual([]);
});
