import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemsError } from '../../src/errors.ts';
import { formatLibrary, parseLibrary } from '../../src/tagging/library-file.ts';
import { anyLibrary } from '../support/any-library.ts';
import { defaultLibrary } from '../support/default-library.ts';

/** What is wrong with a file, as one would read it: line, field, message. */
function problems(text: string): [number | null, string, string][] {
  try {
    parseLibrary(text, 'library.yaml');
  } catch (error) {
    if (error instanceof ProblemsError && error.code === 'library_broken') {
      return error.problems.map(({ file, line, field, message }) => {
        expect(file).toBe('library.yaml');
        return [line, field, message];
      });
    }
    throw error;
  }
  return [];
}

const oneGroup = (lines: string): string => `groups:\n  - id: g\n    name: 组\n${lines.replace(/^/gm, '    ')}\n`;

describe('a library file', () => {
  it('comes back the same after export', () => {
    expect(parseLibrary(formatLibrary(defaultLibrary), 'library.yaml')).toEqual(defaultLibrary);
  });

  it('comes back the same, whatever the library', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        expect(parseLibrary(formatLibrary(library), 'library.yaml')).toEqual(library);
      }),
      { numRuns: 300 },
    );
  });

  it('takes colour, owner and time to live over from above, and stops where it says none', () => {
    const { nodes } = parseLibrary(
      oneGroup(
        "colour: '#ABCDEF'\nowner: sales\nttl: 30d\ntags:\n  - {id: a, name: a}\n  - {id: b, name: b, ttl: none, owner: none}\n  - {id: c, name: c, ttl: 7d, colour: '#000000'}",
      ),
      'library.yaml',
    );
    expect(nodes.map(({ colour, owner, ttlDays }) => [colour, owner, ttlDays])).toEqual([
      ['#abcdef', 'sales', 30],
      ['#abcdef', 'sales', 30],
      ['#abcdef', undefined, undefined],
      ['#000000', 'sales', 7],
    ]);
  });

  it('has the caps of semantics when it names none', () => {
    expect(parseLibrary('groups: []', 'library.yaml')).toEqual({
      version: 1,
      caps: { tags: 1000, perCustomer: 100, topGroups: 12 },
      nodes: [],
    });
  });

  it('stores names cleaned', () => {
    expect(parseLibrary(oneGroup('tags:\n  - {id: a, name: " ＡＢ\u200bＣ  客户 "}'), 'library.yaml').nodes[1]?.name).toBe(
      'ABC 客户',
    );
  });
});

describe('a wrong library file names line and field, never the value', () => {
  it.each<[string, string, number | null, string, RegExp]>([
    ['an unknown field', oneGroup("color: '#123456'"), 4, 'groups[0].color', /Did you mean colour\?/],
    [
      'a field of groups on a tag',
      oneGroup('tags:\n  - id: a\n    name: a\n    ordered: true'),
      7,
      'groups[0].tags[0].ordered',
      /fields here are: id, name/,
    ],
    ['an unknown field at the top', 'groupz: []\ngroups: []', 1, 'groupz', /Did you mean groups\?/],
    ['an unknown cap', 'caps:\n  tag: 5\ngroups: []', 2, 'caps.tag', /Did you mean tags\?/],
    [
      'an unknown word under restricted',
      oneGroup('tags:\n  - id: a\n    name: a\n    restricted:\n      role: [admin]'),
      8,
      'groups[0].tags[0].restricted.role',
      /Did you mean roles\?/,
    ],
    ['no groups', 'version: 3', 1, 'groups', /list of groups/],
    ['an empty file', '', null, '', /Write a value of type object/],
    ['a list', '- a', 1, '', /Write a value of type object/],
    ['a missing name', 'groups:\n  - id: g', 2, 'groups[0].name', /Write text here/],
    ['a number as name', oneGroup('tags:\n  - id: a\n    name: 46'), 6, 'groups[0].tags[0].name', /in quotes/],
    ['a name of nothing', oneGroup('tags:\n  - id: a\n    name: "\u200b"'), 6, 'groups[0].tags[0].name', /can be seen/],
    ['an id in Chinese', oneGroup('tags:\n  - id: 询价\n    name: a'), 5, 'groups[0].tags[0].id', /small letters/],
    ['an id that objects have', oneGroup('tags:\n  - id: constructor\n    name: a'), 5, 'groups[0].tags[0].id', /another id/],
    [
      'an id used twice',
      oneGroup('tags:\n  - id: a\n    name: a\n  - id: a\n    name: b'),
      7,
      'groups[0].tags[1].id',
      /taken \(line 5\)/,
    ],
    [
      'a name used twice in a group',
      oneGroup('tags:\n  - {id: a, name: 急}\n  - {id: b, name: c, aliases: [ＡＢ, "急\u200b"]}'),
      6,
      'groups[0].tags[1].aliases',
      /taken \(line 5\)/,
    ],
    [
      'a name used below a tag of the same group',
      oneGroup('tags:\n  - id: a\n    name: A\n    tags:\n      - id: b\n        name: ａ'),
      9,
      'groups[0].tags[0].tags[0].name',
      /taken/,
    ],
    [
      'a name off the pattern',
      oneGroup("pattern: '.+客户'\ntags:\n  - {id: a, name: 普通}"),
      6,
      'groups[0].tags[0].name',
      /pattern of its group \(line 2\)/,
    ],
    ['a pattern that RE2 refuses', oneGroup("pattern: '(a)\\1'"), 4, 'groups[0].pattern', /RE2/],
    ['a pattern with look-ahead', oneGroup("pattern: '(?=a)'"), 4, 'groups[0].pattern', /RE2/],
    ['a colour by name', oneGroup('colour: red'), 4, 'groups[0].colour', /#1677ff/],
    ['a time to live in weeks', oneGroup('ttl: 2w'), 4, 'groups[0].ttl', /30d/],
    [
      'a role that may nothing',
      oneGroup('tags:\n  - {id: a, name: a, restricted: {roles: [viewer]}}'),
      5,
      'groups[0].tags[0].restricted.roles[0]',
      /agent, manager or admin/,
    ],
    ['an order without exclusion', oneGroup('ordered: true'), 4, 'groups[0].ordered', /exclusive/],
    [
      'an exclusive tag that can be carried',
      oneGroup('tags:\n  - {id: a, name: a, exclusive: true}'),
      5,
      'groups[0].tags[0].exclusive',
      /assignable/,
    ],
    ['broken YAML', 'groups:\n  - id: [a', 2, '', /Correct the YAML/],
    ['a key written twice', 'groups: []\ngroups: []', 2, '', /Correct the YAML/],
    ['anchors', 'groups: &a []\nversion: *a', null, '', /anchors/],
    ['endless nesting', `groups: ${'['.repeat(20_000)}`, 1, '', /Nest the groups less deep/],
  ])('%s', (_, text, line, field, message) => {
    const found = problems(text);
    expect(found).toContainEqual([line, field, expect.stringMatching(message)]);
  });

  it('names everything that is wrong at once', () => {
    expect(problems(oneGroup('ttl: 2w\ncolour: red\nmax: 0'))).toHaveLength(3);
  });

  it('does not repeat what is written there', () => {
    const secret = 'hunter2hunter2';
    for (const text of [
      oneGroup(`ttl: ${secret}`),
      oneGroup(`tags: ${secret}`),
      oneGroup(`tags:\n  - {id: ${secret}!, name: a}`),
      `groups: ${secret}`,
    ]) {
      expect(JSON.stringify(problems(text))).not.toContain(secret);
    }
  });
});

describe('names of a restricted tag', () => {
  const beside = (name: string): string =>
    `groups:\n  - id: g\n    name: 价值\n    tags:\n      - {id: vip, name: VIP客户, aliases: [VIP], restricted: {roles: [manager]}}\n  - id: h\n    name: 其他\n    tags:\n      - {id: b, name: ${JSON.stringify(name)}}\n`;

  it.each(['VIP', 'ＶＩＰ', 'V\u200bIP', 'VІP', 'vlp', 'V.I.P', 'VIP客戶'])('are not taken by %j, in whatever group', (name) => {
    expect(problems(beside(name))).toEqual([[9, 'groups[1].tags[0].name', expect.stringMatching(/restricted tag \(line 5\)/)]]);
  });

  it('leave other names alone', () => {
    expect(problems(beside('大客户'))).toEqual([]);
  });
});

describe('caps', () => {
  const groups = (count: number, more = ''): string =>
    `groups:\n${Array.from({ length: count }, (_, place) => `  - {id: g${place}, name: 组${place}, tags: [{id: t${place}, name: t}]}`).join('\n')}\n${more}`;

  it('allow twelve groups at the top, and a thirteenth where the file says so', () => {
    expect(problems(groups(12))).toEqual([]);
    expect(problems(groups(13))).toEqual(
      [[null, 'caps.topGroups', expect.stringMatching(/there are 13 groups at the top, 12 are allowed/)]].map(([, ...rest]) => [
        1,
        ...rest,
      ]),
    );
    expect(problems(groups(13, 'caps: {topGroups: 13}'))).toEqual([]);
  });

  it('bound the tags in use', () => {
    expect(problems(groups(3, 'caps: {tags: 2}'))).toEqual([
      [5, 'caps.tags', expect.stringMatching(/3 are in use, 2 are allowed/)],
    ]);
  });
});
