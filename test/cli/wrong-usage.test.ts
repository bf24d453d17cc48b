import { expect, test } from 'vitest';
import { verbs } from '../../src/cli/index.ts';
import { createCaller } from '../support/call-verb.ts';

/** What a stranger may type, and the right word that the answer names. */
const slips: [string, RegExp][] = [
  ['help nope', /no command "nope"[\s\S]*help/],
  ['help segmnt', /Did you mean segment\?/],
  ['help tags why', /one command or one tag/],
  ['help --all', /--all/],
  ['doctor x', /doctor takes no words/],
  ['doctor --fix', /no option --fix/],
  ['start now', /start takes no words/],
  ['console --loud', /no option --loud/],
  ['console li', /console takes no words/],
  ['match 你好', /standard input/],
  ['replay', /one file/],
  ['replay a b', /one file/],
  ['replay a --untl 2026-01-01', /Did you mean --until\?/],
  ['replay a --until', /--until VALUE/],
  ['replay - --speed fast', /max or a number/],
  ['evaluate', /--train FILE/],
  ['evaluate --train a --tset b', /Did you mean --test\?/],
  ['sample clear', /--clear/],
  ['sample --clear=all', /--clear takes no value/],
  ['tags', /which customer/],
  ['tags u1 --att 2026-01-01', /Did you mean --at\?/],
  ['tags u1 --jsn', /Did you mean --json\?/],
  ['why u1', /why CUSTOMER TAG/],
  ['tag u1', /which tags/],
  ['tag u1 +VIP 静默', /"静默"/],
  ['tag +VIP', /which customer/],

  ['undo u1 --all', /no option --all/],
  ['segment', /whom to find/],
  ['segment VIP --limit 0', /1 to 1000/],
  ['segment VIP --limt 5', /Did you mean --limit\?/],
  ['segment VIP --after xyz', /page token/],
  ['segment (VIP', /never closed/],
  ['find', /what to look for/],
  ['customer', /which customer/],
  ['customer new', /no name/],
  ['customer u1 owner', /After owner comes one person/],
  ['customer u1 owner li wang', /After owner comes one person/],
  ['customer new Mei owner', /After owner comes one person/],
  ['customer u1 身高:180', /身高/],
  ['task', /a customer and what is to be done/],
  ['task u1 tomorrow 9am', /a customer and what is to be done/],
  ['task u1 call --too li', /Did you mean --to\?/],
  ['task snooze u1', /until when/],
  ['tasks --fro li', /Did you mean --for\?/],
  ['material', /which customer/],
  ['done', /which task is done/],
  ['review 1', /a number and an answer/],
  ['learn aprove 1', /Did you mean learn approve\?/],
  ['learn approve', /takes numbers/],
  ['learn keywords take 1', /accept or drop/],
  ['learn rollback one', /is no version/],
  ['library shw', /Did you mean library show/],
  ['library xyzzy', /what to do: show, usage, add,/],
  ['library show me', /what to do: show, usage, add,/],
  ['library export', /export FILE/],
  ['library export a b', /export FILE/],
  ['library import', /import FILE/],
  ['audit --since 2026-01-01', /no option --since/],
  ['packs', /packs check/],
  ['packs chek', /packs check/],
  ['packs check zh', /packs check/],
  ['export', /export state/],
  ['export state all', /export state/],
  ['tgas', /Did you mean tags\?/],
  ['标鉴', /Did you mean 标签\?/],
  ['constructor', /no command "constructor"/],
  ['tags u1 --role king', /viewer, agent, manager/],
  ['tags u1 --as', /--as VALUE/],
  ['tags u1 --json=yes', /--json takes no value/],
];

test('words and options that a verb does not take are wrong usage: exit 2, a sentence, the right word, in both languages', {
  timeout: 120_000,
}, async () => {
  const { type } = createCaller();
  await type(
    'replay -',
    '{"id":"1","at":"2026-03-01T09:00:00+08:00","channel":"wecom","customer":{"id":"u1"},"from":"customer","text":"好"}',
  );
  const told = new Set<string>();
  for (const [line, right] of slips) {
    const { code, stdout, stderr } = await type(line);
    expect({ line, code, stdout }).toEqual({ line, code: 2, stdout: '' });
    expect(stderr, line).toMatch(right);
    expect(stderr.trim().split('\n').length, line).toBe(2);
    // Each sentence once is enough.
    const kind = stderr.slice(0, 12);
    if (told.has(kind)) continue;
    told.add(kind);
    const chinese = await type(`--lang zh ${line}`);
    expect({ line, code: chinese.code }).toEqual({ line, code: 2 });
    for (const sentence of chinese.stderr.trim().split('\n')) expect(sentence, line).toMatch(/\p{Script=Han}/u);
  }
});

test('a wrong language is told in that of the system, and a wrong --json as JSON too', async () => {
  const { type } = createCaller({ database: false });
  expect(await type('tags u1 --lang fr')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('zh or en') });
  const { code, stdout, stderr } = await type('help --json xyzzy --lang zh');
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    error: { code: 'unknown_verb', message: '没有“xyzzy”这个命令。', hint: '所有命令见 help。' },
  });
});

test.each(Object.keys(verbs))('%s: an option that there is not is wrong usage; --help is its help', async (verb) => {
  const { type } = createCaller({ database: verb !== 'start' && verb !== 'console' });
  const { code, stderr } = await type(`${verb} --frobnicate`);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--frobnicate') });
  const help = await type(`${verb} --help --json`);
  expect(help.code).toBe(0);
  expect(JSON.parse(help.stdout)).toMatchObject({ commands: [{ name: verb }] });
});
