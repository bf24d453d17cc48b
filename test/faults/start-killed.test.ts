import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { until } from '../support/home-process.ts';
import { answerOf, startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

/** The pids that have `text` in their command line or their environment. */
const processesCarrying = (text: string): number[] =>
  readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const carries = ['cmdline', 'environ'].some((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(text));
      return carries ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });

const started = async (home: string) => {
  const start = startTagwise({ home, args: ['start'], input: null });
  await start.wrote(({ stdout }) => stdout.includes('http://127.0.0.1:'));
  return start;
};

const segment = (home: string) => answerOf<{ count: number }>({ home, args: ['segment', 'VIP'] });

test.runIf(process.platform === 'linux')(
  'when start is killed by -9, no process of its home is left 5 s later, the next verb answers within 10 s, and four at once all answer',
  async () => {
    const home = temporaryHome();
    const start = await started(home);
    const before = await segment(home);
    expect(before).toMatchObject({ code: 0, answer: { exact: true } });
    expect(processesCarrying(home).length).toBeGreaterThanOrEqual(2);
    start.child.kill('SIGKILL');
    expect(await until(() => processesCarrying(home).length === 0, 5_000)).toBeLessThan(5_000);

    const began = performance.now();
    const next = await segment(home);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(next.code).toBe(0);
    expect(next.answer.count).toBe(before.answer.count);

    const four = await Promise.all([
      segment(home),
      answerOf({ home, args: ['find', 'a'] }),
      answerOf({ home, args: ['library', 'show'] }),
      answerOf({ home, args: ['audit'] }),
    ]);
    expect(four.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(processesCarrying(home)).toEqual([]);
  },
);

test('while start runs, verbs join its database, a replay and a second start are refused, and it ends cleanly', async () => {
  const home = temporaryHome();
  const start = await started(home);
  const made = await Promise.all(['甲', '乙'].map((name) => answerOf({ home, args: ['customer', 'new', name] })));
  expect(made.map(({ code }) => code)).toEqual([0, 0]);
  const tagged = await Promise.all(['甲', '乙'].map((name) => answerOf({ home, args: ['tag', name, '+官网'] })));
  expect(tagged.map(({ code }) => code)).toEqual([0, 0]);
  const found = await answerOf<{ customers: { id: string }[] }>({ home, args: ['segment', '官网', '--limit', '1000'] });
  expect(found.answer.customers.map(({ id }) => id)).toEqual(expect.arrayContaining(['甲', '乙']));

  const refused = await answerOf({ home, args: ['replay', '-'] });
  expect(refused).toMatchObject({ code: 3, answer: { error: { code: 'replay_beside' } } });
  const second = await answerOf({ home, args: ['start'] });
  expect(second).toMatchObject({ code: 3, answer: { error: { code: 'home_running' } } });

  start.child.kill('SIGTERM');
  expect(await start.ended).toMatchObject({ code: 0, stderr: '' });
  const after = await tagwise({ home, args: ['tags', '甲', '--json'] });
  expect(JSON.parse(after.stdout)).toMatchObject({
    customer: { id: '甲' },
    tags: expect.arrayContaining([expect.objectContaining({ id: 'website' })]),
  });
});
