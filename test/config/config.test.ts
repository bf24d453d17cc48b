import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig, parseConfig } from '../../src/config/config.ts';
import { type Problem, ProblemsError } from '../../src/errors.ts';

const FULL = `
installation: acme
zone: Europe/Berlin
lang: zh
session_gap: 0
silence_days: 45
quote_days: 5
keywords: [packs, /opt/packs]
rules: [rules]
intents: [intents]
material: [material]
sites: [Shop.Example.com, 中国.example.cn]
currency: EUR
rates: {CNY: 0.13}
channels:
  slack: {team: T1}
caps: {tags: 50}
digest: {at: "08:30"}
quiet: {from: "22:00", to: "07:00"}
calendar: {holidays: ["2026-10-01"], workdays: ["2026-10-10"]}
important_tags: [VIP客户]
webhooks:
  - {name: crm, events: [tag.added], tags: [VIP客户], private: true}
  - {name: erp}
people:
  - {id: wang, name: 王芳, role: manager, zone: Asia/Tokyo, lang: zh, digest: {at: "07:00"}}
  - {id: li, name: Li, role: agent, team: east, manager: wang, digest: off, quiet: off, ids: {wecom: a1, slack: U1}}
`;

function problems(text: string): [number | null, string, string][] {
  try {
    parseConfig(text, 'tagwise.yaml');
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    expect(error.code).toBe('config_broken');
    expect(error.problems.every(({ file }) => file === 'tagwise.yaml')).toBe(true);
    return error.problems.map(({ line, field, message }: Problem) => [line, field, message]);
  }
  return [];
}

describe('the configuration', () => {
  it('has defaults for everything', () => {
    const defaults = {
      people: [],
      zone: 'Asia/Shanghai',
      session_gap: 30,
      silence_days: 30,
      quote_days: 3,
      keywords: [],
      rules: [],
      intents: [],
      material: [],
      sites: [],
      currency: 'CNY',
      rates: {},
      channels: {},
      caps: {},
      digest: { at: '09:00' },
      quiet: { from: '21:00', to: '08:30' },
      important_tags: ['VIP客户', '投诉客户', '曾投诉'],
      webhooks: [],
    };
    expect(parseConfig('', 'tagwise.yaml')).toEqual(defaults);
    expect(parseConfig('\ufeff# only a comment\n', 'tagwise.yaml')).toEqual(defaults);
  });

  it('reads every field; people without a zone have the one of the file, directories start at the file', () => {
    expect(parseConfig(FULL, '/etc/tagwise/tagwise.yaml')).toEqual({
      installation: 'acme',
      zone: 'Europe/Berlin',
      lang: 'zh',
      session_gap: 0,
      silence_days: 45,
      quote_days: 5,
      keywords: [resolve('/etc/tagwise/packs'), resolve('/opt/packs')],
      rules: [resolve('/etc/tagwise/rules')],
      intents: [resolve('/etc/tagwise/intents')],
      material: [resolve('/etc/tagwise/material')],
      sites: ['shop.example.com', 'xn--fiqs8s.example.cn'],
      currency: 'EUR',
      rates: { CNY: 0.13 },
      channels: { slack: { team: 'T1' } },
      caps: { tags: 50 },
      digest: { at: '08:30' },
      quiet: { from: '22:00', to: '07:00' },
      calendar: { holidays: ['2026-10-01'], workdays: ['2026-10-10'] },
      important_tags: ['VIP客户'],
      webhooks: [
        { name: 'crm', events: ['tag.added'], tags: ['VIP客户'], private: true },
        {
          name: 'erp',
          events: ['tag.added', 'tag.removed', 'stage.changed', 'task.created', 'task.closed'],
          tags: [],
          private: false,
        },
      ],
      people: [
        { id: 'wang', name: '王芳', role: 'manager', zone: 'Asia/Tokyo', lang: 'zh', digest: { at: '07:00' }, ids: {} },
        {
          id: 'li',
          name: 'Li',
          role: 'agent',
          team: 'east',
          manager: 'wang',
          zone: 'Europe/Berlin',
          digest: { at: 'off' },
          quiet: { from: '00:00', to: '00:00' },
          ids: { wecom: 'a1', slack: 'U1' },
        },
      ],
    });
  });

  it('names the nearest right word for an unknown field, or the fields there are', () => {
    expect(problems('sesion_gap: 30\nzone: Asia/Shanghai\n')).toEqual([
      [1, 'sesion_gap', expect.stringContaining('session_gap')],
    ]);
    expect(problems('people:\n  - id: li\n    name: Li\n    role: agent\n    maneger: wang\n')).toEqual([
      [5, 'people[0].maneger', 'Did you mean manager? There is no such field here.'],
    ]);
    expect(problems('caps: {perCustomers: 3}')).toEqual([[1, 'caps.perCustomers', expect.stringContaining('perCustomer?')]]);
    expect(problems('password: hunter2')).toEqual([[1, 'password', expect.stringMatching(/^Take it out.*people, installation/)]]);
  });

  it.each([
    ['a time of day that is none', 'digest: {at: "24:00"}', 'digest.at', /time of day/],
    [
      'a person without the time of their digest',
      'people: [{id: li, name: Li, role: agent, digest: 9}]',
      'people[0].digest',
      /at:/,
    ],
    ['quiet hours without an end', 'quiet: {from: "21:00"}', 'quiet.to', /time of day/],
    ['a quiet word', 'quiet: never', 'quiet', /off, or from and to/],
    ['a holiday that is no day', 'calendar: {holidays: ["2026-02-30"]}', 'calendar.holidays[0]', /date/],
    ['a zone that is none', 'zone: Asia/Shangai', 'zone', /IANA/],
    ['a bare offset', "zone: '+08:00'", 'zone', /IANA/],
    ['a language that is none', 'lang: fr', 'lang', /zh or en/],
    ['a gap below zero', 'session_gap: -1', 'session_gap', /0 or more/],
    ['a gap over a day', 'session_gap: 1441', 'session_gap', /or less/],
    ['no days of silence', 'silence_days: 0', 'silence_days', /more than 0/],
    ['silence in words', 'silence_days: thirty', 'silence_days', /number/],
    ['half a tag', 'caps: {tags: 1.5}', 'caps.tags', /whole/],
    ['caps as a list', 'caps: [1]', 'caps', /pairs/],
    ['a webhook with capitals', 'webhooks: [{name: CRM}]', 'webhooks[0].name', /small letters/],
    ['two webhooks of one name', 'webhooks: [{name: crm}, {name: crm}]', 'webhooks[1].name', /another name/],
    ['an event that is none', 'webhooks: [{name: crm, events: [tag.add]}]', 'webhooks[0].events[0]', /tag\.added/],
    ['a secret in the file', 'webhooks: [{name: crm, secret: whsec_x}]', 'webhooks[0].secret', /fields here are: name, events/],
    ['webhooks by name alone', 'webhooks: [crm]', 'webhooks[0]', /pairs/],
    ['one directory without a list', 'keywords: packs', 'keywords', /list/],
    ['channels as a list', 'channels: [slack]', 'channels', /entry/],
    ['people as names', 'people: [li]', 'people[0]', /./],
    ['a list at the top', '- zone', '', /name: value/],
    ['an id that YAML reads as a number', 'people: [{id: 7, name: Li, role: agent}]', 'people[0].id', /quotes/],
    [
      "a channel's id that YAML reads as a number",
      'people: [{id: li, name: Li, role: agent, ids: {wecom: 7}}]',
      'people[0].ids.wecom',
      /quotes/,
    ],
    ['an empty name', "people: [{id: li, name: ' ', role: agent}]", 'people[0].name', /name/],
    ['no name', 'people: [{id: li, role: agent}]', 'people[0].name', /name/],
    ['an unknown role', 'people: [{id: li, name: Li, role: boss}]', 'people[0].role', /viewer, agent, manager, admin/],
    ["the operator's id", 'people: [{id: local, name: Li, role: agent}]', 'people[0].id', /another id/],
  ])('refuses %s and says what to do', (_what, text, field, message) => {
    expect(problems(text)).toEqual([[1, field, expect.stringMatching(message)]]);
  });

  const staff = (...lines: string[]) => ['people:', ...lines.map((line) => `  - {name: X, role: agent, ${line}}`)].join('\n');

  it('refuses an id given twice, also in a channel', () => {
    expect(problems(staff('id: li', 'id: wang', 'id: li'))).toEqual([[4, 'people[2].id', expect.stringContaining('person 1')]]);
    expect(problems(staff('id: a, ids: {wecom: x}', 'id: b, ids: {slack: x}', 'id: c, ids: {wecom: x}'))).toEqual([
      [4, 'people[2].ids.wecom', expect.stringContaining('person 1')],
    ]);
  });

  it('refuses a manager who is nobody, with a guess', () => {
    expect(problems(staff('id: wang', 'id: li, manager: wagn'))).toEqual([
      [3, 'people[1].manager', expect.stringContaining('wang?')],
    ]);
    expect(problems(staff('id: wang', 'id: li, manager: zhao'))).toEqual([
      [3, 'people[1].manager', expect.stringContaining('in this list')],
    ]);
  });

  it('refuses circles of managers, and only those in them', () => {
    const found = problems(
      staff('id: a, manager: b', 'id: b, manager: c', 'id: c, manager: a', 'id: d, manager: a', 'id: e, manager: e'),
    );
    expect(found.map(([line, field]) => [line, field])).toEqual([
      [2, 'people[0].manager'],
      [3, 'people[1].manager'],
      [4, 'people[2].manager'],
      [6, 'people[4].manager'],
    ]);
  });

  it('says where YAML is broken, and tells everything that is wrong at once', () => {
    expect(problems('zone: Asia/Shanghai\nlang: [zh\n').length).toBeGreaterThan(0);
    expect(
      problems('zone: x\nlang: fr\nnoise: 1\n')
        .map(([line]) => line)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(problems('zone: Asia/Tokyo\nzone: Asia/Seoul\n')).toEqual([[2, '', expect.any(String)]]);
  });

  it('never repeats a value', () => {
    const secret = fc.stringMatching(/^[a-z]{12,20}$/);
    const fields = ['zone', 'lang', 'session_gap', 'silence_days', 'keywords', 'channels', 'caps', 'people'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), secret, (field, value) => {
        const found = problems(`${field}: ${value}`);
        expect(found).toHaveLength(1);
        expect(found[0]?.[2]).not.toContain(value);
      }),
    );
  });
});

describe('the configuration file', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tagwise-config-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('is read where it is', async () => {
    const file = join(dir, 'tagwise.yaml');
    await writeFile(file, 'silence_days: 7\nkeywords: [packs]\n');
    expect(await loadConfig({ file, required: false })).toMatchObject({ silence_days: 7, keywords: [join(dir, 'packs')] });
  });

  it('may be missing unless somebody named it', async () => {
    const file = join(dir, 'none.yaml');
    expect(await loadConfig({ file, required: false })).toMatchObject({ people: [], zone: 'Asia/Shanghai' });
    await expect(loadConfig({ file, required: true })).rejects.toMatchObject({
      code: 'config_broken',
      problems: [{ file, line: null, field: '', message: expect.stringContaining('no such file') }],
    });
  });

  it('must be a file', async () => {
    await expect(loadConfig({ file: dir, required: false })).rejects.toMatchObject({
      code: 'config_broken',
      problems: [{ file: dir, message: expect.stringContaining('may read') }],
    });
  });
});
